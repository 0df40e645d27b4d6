using Hongyan.Hub.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;

namespace Hongyan.Hub.SignIn;

/// <summary>Ends the session. Without the form's token nobody is signed out by somebody else's page.</summary>
internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(ConsolePaths.SignOut, async context =>
    {
        await context.SignOutAsync(ConsoleCookie.Scheme);
        context.Response.Redirect($"{ConsolePaths.SignIn}?done=signed-out");
    }).WithMetadata(new RequireAntiforgeryTokenAttribute());
}
