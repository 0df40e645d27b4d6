using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hongyan.Server.Telemetry;

/// <summary>
/// <c>GET /metrics</c>. What it says is no secret, but how busy somebody is, is nobody else's business: with <c>Telemetry:Metrics:Key</c>
/// it takes that key as a bearer token; without, it answers this machine alone, and nothing that a proxy passes on.
/// </summary>
internal static class MetricsEndpoint
{
    private static readonly string[] MarksOfAProxy = ["Forwarded", "X-Forwarded-For", ForwardedHeadersDefaults.XOriginalForHeaderName, "X-Real-IP"];

    public static void MapMetrics(this WebApplication app)
    {
        var key = app.Configuration["Telemetry:Metrics:Key"];
        var collector = app.Services.GetRequiredService<MetricsCollector>();
        app.MapGet("/metrics", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            if (!string.IsNullOrEmpty(key))
            {
                if (!HasKey(http.Request, key))
                {
                    http.Response.Headers.WWWAuthenticate = "Bearer";
                    return Results.StatusCode(StatusCodes.Status401Unauthorized);
                }
            }
            else if (!IsFromThisMachine(http))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }
            return Results.Text(collector.Write(), PrometheusText.ContentType);
        }).WithDisplayName("Metrics").AllowAnonymous();
    }

    private static bool HasKey(HttpRequest request, string key) => Bearer.TokenOf(request) is { } given
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));

    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !MarksOfAProxy.Any(http.Request.Headers.ContainsKey);
}
