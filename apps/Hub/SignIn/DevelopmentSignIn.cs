using System.Net;
using Hongyan.Hub.Accounts;
using Hongyan.Hub.Shell;
using Microsoft.AspNetCore.Authorization;

namespace Hongyan.Hub.SignIn;

/// <summary>
/// In Development, whoever sits at this machine is let in without a password. The request has to come from this machine and to ask for
/// it by its own name: a page of the internet that gives itself this machine's address asks by another.
/// </summary>
internal sealed class DevelopmentSignIn(RequestDelegate next, TimeProvider time)
{
    /// <summary>Who that is. There is no such account.</summary>
    public static ConsoleUser Developer { get; } = new(0, "developer", ConsoleRole.Administrator);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true && IsProtected(context) && IsAllowed(context))
            await ConsoleCookie.SignInAsync(context, Developer, time);
        await next(context);
    }

    /// <summary>Whether this request may be the developer's.</summary>
    public static bool IsAllowed(HttpContext context) =>
        context.RequestServices.GetRequiredService<ConsoleOptions>().SignsInAlone
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopback(context.Request.Host.Host)
        // A proxy on this machine would make everybody look as if he sat here.
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("X-Original-For") && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsProtected(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is ConsolePageAttribute;
}
