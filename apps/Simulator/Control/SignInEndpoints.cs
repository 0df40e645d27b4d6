using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Signs people in to an app's web pages without a browser.</summary>
internal static class SignInEndpoints
{
    public static void Map(RouteGroupBuilder sim) =>
        sim.MapPost("/apps/{app}/sign-ins", SignIn).WithTags("oauth")
            .WithSummary("替成员完成网页授权，得到 code；不写 userId 就是企业外的人。Signs somebody in and gives the code; without userId it is somebody from outside.")
            .WithDescription(
                "code 只能用一次，五分钟有效（按模拟器的时钟）。privateInformation 相当于成员同意了 snsapi_privateinfo。"
                + "A code works once, for five minutes on the simulator's clock. privateInformation stands for a member who agreed to snsapi_privateinfo.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<SignInView>, ProblemHttpResult> SignIn(
        string app, SignInChoice choice, SimulatedWorld world, OAuthCodes codes, SimulatedClock clock, Wording wording)
    {
        if (world.FindApp(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        var member = choice.UserId is null ? null : world.FindMember(choice.UserId);
        if (choice.UserId is not null && member is null)
            return ControlProblem.NoMember(wording, choice.UserId);
        var code = codes.Issue(new(new(member?.UserId), found.AgentId, choice.PrivateInformation));
        return TypedResults.Ok(new SignInView(code, clock.Now + OAuthCodes.CodeLifetime));
    }
}
