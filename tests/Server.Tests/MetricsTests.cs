using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Hongyan.Server.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterMessages_CountsThemExactly()
    {
        await using var running = await RunningServer.StartAsync();
        await running.SayAsync("一");
        await running.SayAsync("二", "lisi");

        var lines = await ReadAsync(running);

        Assert.Contains("hongyan_callbacks_total{account=\"demo\",status=\"200\"} 2", lines);
        Assert.Contains("# TYPE hongyan_callbacks_total counter", lines);
        Assert.Contains("hongyan_handler_duration_seconds_count{account=\"demo\",kind=\"TextMessage\"} 2", lines);
        Assert.Contains("hongyan_handler_duration_seconds_bucket{account=\"demo\",kind=\"TextMessage\",le=\"+Inf\"} 2", lines);
        Assert.Contains("# TYPE hongyan_handler_duration_seconds histogram", lines);
        Assert.Contains("hongyan_inbox_backlog{state=\"dead\"} 0", lines);
        Assert.Contains("hongyan_outbox_backlog 0", lines);
        Assert.Contains(lines, line => line.StartsWith("hongyan_store_commit_duration_seconds_count ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("dotnet_process_memory_working_set_bytes ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_EveryName_IsInTheGuide()
    {
        await using var running = await RunningServer.StartAsync();
        var names = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Meter.Name == "Hongyan" ? instrument.Name : "") };
        listener.Start();

        var guide = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../docs/guides/observability.md"), TestContext.Current.CancellationToken);

        Assert.NotEmpty(names);
        Assert.All(names.Where(name => name.Length > 0).Distinct(), name => Assert.Contains($"| `{name}` |", guide, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_EveryLine_IsOfThePrometheusFormat()
    {
        await using var running = await RunningServer.StartAsync();
        await running.SayAsync("一");

        var lines = await ReadAsync(running);

        Assert.Equal("", lines[^1]);
        Assert.All(lines[..^1], line => Assert.Matches(
            """^(# HELP [a-z0-9_]+ .*|# TYPE [a-z0-9_]+ (counter|gauge|histogram)|[a-z0-9_]+(\{[a-z0-9_]+="[^"]*"(,[a-z0-9_]+="[^"]*")*\})? -?[0-9.E+-]+)$""", line));
        var described = lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Equal(described.Distinct(), described);
    }

    [Fact]
    public async Task Metrics_PassedOnByAProxy_AreRefusedWithoutAKey()
    {
        await using var running = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var response = await running.Server.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Metrics_KeyConfigured_AsksEverybodyForIt()
    {
        await using var running = await RunningServer.StartAsync("--Telemetry:Metrics:Key=Vb3qLw8ZtR");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(running, key: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(running, "Vb3qLw8ZtX"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(running, "Vb3qLw8ZtR"));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static async Task<HttpStatusCode> StatusAsync(RunningServer running, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await running.Server.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<string[]> ReadAsync(RunningServer running)
    {
        using var response = await running.Server.GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
    }
}
