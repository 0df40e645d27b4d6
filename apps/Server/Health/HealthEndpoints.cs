using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hongyan.Server.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can accept messages, and where not, which part is down.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    /// <summary>Names and sentences of our own, never an exception: those hold paths, and a proxy may show this to everybody.</summary>
    private static async Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        var json = new Utf8JsonWriter(http.Response.BodyWriter);
        await using var _ = json.ConfigureAwait(false);
        json.WriteStartObject();
        json.WriteString("status", WordOf(report.Status));
        json.WriteStartObject("parts");
        foreach (var (name, entry) in report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            json.WriteString("status", WordOf(entry.Status));
            if (entry.Status != HealthStatus.Healthy)
                json.WriteString("problem", entry.Exception is null ? entry.Description : "The check itself failed; see the log.");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    private static string WordOf(HealthStatus status) => status == HealthStatus.Healthy ? "up" : "down";
}
