using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Testing;

/// <summary>Finds the callback addresses that an application maps.</summary>
internal static class MappedCallbacks
{
    /// <summary>The accounts of an application with the path of each.</summary>
    /// <exception cref="BotTestException">It maps none.</exception>
    public static IReadOnlyList<(Account Account, string Path)> Find(WebApplication app)
    {
        var found = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Account>() is not null)
            .Select(endpoint => (Account: endpoint.Metadata.GetMetadata<Account>()!, Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .DistinctBy(callback => callback.Account.Name, StringComparer.Ordinal)
            .ToList();
        return found.Count > 0 ? found : throw new BotTestException("The application maps no account. Call app.MapWeCom(path), MapOfficialAccount or MapWeComRobot before it is returned.");
    }
}
