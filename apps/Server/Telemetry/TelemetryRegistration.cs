namespace Hongyan.Server.Telemetry;

/// <summary>What tells the outside how the server is: metrics always, spans and metrics to a collector where one is configured.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MetricsCollector>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MetricsCollector>());
        if (OtlpExport.IsConfigured(builder.Configuration))
            builder.Services.AddHostedService<OtlpExport>();
    }
}
