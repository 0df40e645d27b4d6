using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Server.Tests;

public sealed class OtlpTests
{
    [Fact]
    public async Task Otlp_CollectorConfigured_GetsSpansAndMetricsUntilTheEnd()
    {
        await using var collector = await Collector.StartAsync();
        await using (var running = await RunningServer.StartAsync($"--Telemetry:Otlp:Endpoint={collector.Address}", "--Telemetry:Otlp:Protocol=http/protobuf"))
            await running.SayAsync("你好");

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Received.Keys.Order());
        // Protobuf keeps strings as they are, and these are names that nothing else has.
        var traces = collector.Received["/v1/traces"];
        Assert.All(["Callback", "Verify", "Decrypt", "Parse", "Dedupe", "Route", "Handler", "Reply", "Deliver"], word => Assert.Contains(word, traces, StringComparison.Ordinal));
        Assert.Contains("hongyan", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("你好", traces, StringComparison.Ordinal);
        Assert.Contains("hongyan.callbacks", collector.Received["/v1/metrics"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Otlp_CollectorIsGone_MessagesAreAnsweredAllTheSame()
    {
        // Port 1 is never listened on.
        await using var running = await RunningServer.StartAsync("--Telemetry:Otlp:Endpoint=http://127.0.0.1:1", "--Telemetry:Otlp:Protocol=http/protobuf");

        Assert.Equal("你说：你好", (string?)(await running.SayAsync("你好"))["reply"]!["content"]);
    }

    /// <summary>A collector that keeps what it is sent, as text.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Collector(WebApplication app) => _app = app;

        public string Address => _app.Urls.Single();

        public ConcurrentDictionary<string, string> Received { get; } = new();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector._app.Run(collector.TakeAsync);
            await collector._app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task TakeAsync(HttpContext http)
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(http.RequestAborted);
            Received.AddOrUpdate(http.Request.Path, text, (_, before) => before + text);
        }
    }
}
