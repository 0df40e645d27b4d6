using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hongyan.Server.Telemetry;

/// <summary>Sends spans and metrics to a collector (OTLP), where one is configured.</summary>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedLifecycleService, IDisposable
{
    private static readonly string[] Names =
        ["Telemetry:Otlp:Endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Whether the configuration names a collector: <c>Telemetry:Otlp:Endpoint</c>, or OpenTelemetry's own names in the environment.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        !string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
        && Names.Any(name => !string.IsNullOrEmpty(configuration[name]));

    /// <summary>Listens before anything else starts.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // What the environment says of the service (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) comes last, so it wins.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService("hongyan", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3))
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        // Calls of the platform are not traced by System.Net.Http: their addresses hold tokens.
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Hongyan", "Microsoft.AspNetCore")
            .AddOtlpExporter(options => Configure(options, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Hongyan", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(options => Configure(options, "v1/metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left, the last handlers' spans included.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Configure(OtlpExporterOptions options, string path)
    {
        if (configuration["Telemetry:Otlp:Protocol"] is { Length: > 0 } protocol)
            options.Protocol = protocol == "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        if (configuration["Telemetry:Otlp:Endpoint"] is not { Length: > 0 } endpoint)
            return;
        // The environment's address gets the path of its signal by itself; this one does not.
        options.Endpoint = options.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{endpoint.TrimEnd('/')}/{path}") : new Uri(endpoint);
    }
}
