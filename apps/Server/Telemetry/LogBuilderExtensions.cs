using Microsoft.Extensions.Configuration.Memory;

namespace Hongyan.Server.Telemetry;

/// <summary>What the server logs where the configuration does not say.</summary>
internal static class LogBuilderExtensions
{
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
    };

    /// <summary>
    /// Sets the levels, which must not depend on the folder the server was started in: appsettings.json is read from there, and does not
    /// lie there when somebody runs the published program from elsewhere.
    /// </summary>
    public static void AddLogLevels(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        // A line for every request, with the whole address: one-time links and the secret of Jira's webhook are in addresses.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // The host's own line about a failed start repeats, with a stack trace, what RunAsync says in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
