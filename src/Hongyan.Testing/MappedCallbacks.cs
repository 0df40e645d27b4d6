using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Testing;

/// <summary>Finds the callback addresses that an application maps.</summary>
internal static class MappedCallbacks
{
    /// <summary>How MapWeCom names its endpoints; the account's name follows.</summary>
    private const string DisplayName = "WeCom callback of account ";

    /// <summary>The accounts of an application with the path of each.</summary>
    /// <exception cref="BotTestException">It maps none.</exception>
    public static IReadOnlyList<(string Account, string Path)> Find(WebApplication app)
    {
        var found = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.StartsWith(DisplayName, StringComparison.Ordinal) == true)
            .Select(endpoint => (endpoint.DisplayName![DisplayName.Length..], "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .ToList();
        return found.Count > 0 ? found : throw new BotTestException("The application maps no account. Call app.MapWeCom(path) before it is returned.");
    }
}
