using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>The connections that calls of a platform go over.</summary>
internal static class PlatformHttpClient
{
    /// <summary>Registers the named HttpClient of one caller.</summary>
    public static void AddPlatformHttpClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            // The platform wants tokens, secrets and keys in the URL, which these loggers print where System.Net.Http.DisableUriRedaction is set.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) =>
            {
                // The client lives as long as the process, so connections are renewed here, and with them the platform's address.
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
                // A redirect would take the token to wherever it points; the platform has none.
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
