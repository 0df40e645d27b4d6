using Hongyan.Hub.Resources;
using Microsoft.AspNetCore.Routing;

namespace Hongyan.Hub.Shell;

/// <summary>Without a store, accounts would be gone with every restart: outside Development the console says so, and nothing else.</summary>
internal static class ClosedConsole
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.Map(ConsolePaths.Root + "/{**rest}", (Wording wording) =>
        Results.Text(wording["Closed"] + "\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable));
}
