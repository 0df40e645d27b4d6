using Hongyan.Hub.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Hongyan.Hub.Shell;

/// <summary>Lets a request through by the role of who asks: one for looking, another for everything that is not a GET.</summary>
internal sealed class ConsoleAccess : AuthorizationHandler<ConsoleAccess.Requirement>
{
    public static string PolicyOf(ConsoleRole see, ConsoleRole change) => $"console:{see}:{change}";

    public static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var see in Enum.GetValues<ConsoleRole>())
        {
            foreach (var change in Enum.GetValues<ConsoleRole>())
                options.AddPolicy(PolicyOf(see, change), policy => policy.RequireAuthenticatedUser().AddRequirements(new Requirement(see, change)));
        }
    }

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        var isReading = context.Resource is HttpContext { Request.Method: var method } && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
        if (ConsoleUser.Of(context.User)?.Can(isReading ? requirement.See : requirement.Change) == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    internal sealed record Requirement(ConsoleRole See, ConsoleRole Change) : IAuthorizationRequirement;
}
