using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator;
using Hongyan.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Hongyan.Server.Tests;

/// <summary>The server and the simulator on free ports, talking over HTTP as they do for a newcomer.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _server;
    private readonly WebApplication _simulator;

    private readonly DataFolder _data;

    private RunningServer(WebApplication server, WebApplication simulator, DataFolder data)
    {
        _data = data;
        _server = server;
        _simulator = simulator;
        Server = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(server)), Timeout = Patience };
        Simulator = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(simulator)), Timeout = Patience };
    }

    public HttpClient Server { get; }

    public HttpClient Simulator { get; }

    public IConfiguration Configuration => _server.Configuration;

    public static Task<RunningServer> StartAsync(params string[] arguments) => StartAsync(new DataFolder(), arguments);

    /// <summary>Starts on a folder that an earlier server may have used.</summary>
    public static async Task<RunningServer> StartAsync(DataFolder data, params string[] arguments)
    {
        // The server calls the simulator's API, so that address has to be known before either has started.
        var server = ServerHost.Build(["--environment=Development", "--urls=http://127.0.0.1:0", $"--Simulator:Urls=http://127.0.0.1:{FreePort.Next()}", data.Argument, .. arguments]);
        await server.StartAsync(TestContext.Current.CancellationToken);
        var simulator = await SimulatorBeside.StartAsync(server);
        var running = new RunningServer(server, simulator!, data);
        // A server that takes its time on a crowded machine has not missed a deadline.
        await running.SetDeadlineAsync(Patience);
        return running;
    }

    /// <summary>Says something as a member and waits for the outcome of its delivery.</summary>
    public async Task<JsonNode> SayAsync(string text, string member = "zhangsan") =>
        await PostAsync($"/sim/apps/demo/members/{member}/messages?wait=true", new { type = "text", content = text });

    /// <summary>Says something to the bug desk and waits for the outcome of its delivery.</summary>
    public async Task<JsonNode> SayToDeskAsync(string text, string member = "zhangsan") =>
        await PostAsync($"/sim/apps/issuedesk/members/{member}/messages?wait=true", new { type = "text", content = text });

    /// <summary>Lets an event of a member happen and waits for the outcome of its delivery.</summary>
    public async Task<JsonNode> HappenAsync(string name, string member = "zhangsan") =>
        await PostAsync($"/sim/apps/demo/members/{member}/events?wait=true", new Dictionary<string, string> { ["event"] = name });

    /// <summary>How long the platform waits for an answer.</summary>
    public async Task SetDeadlineAsync(TimeSpan deadline)
    {
        using var set = await Simulator.PutAsJsonAsync("/sim/settings", new { deadlineSeconds = deadline.TotalSeconds }, TestContext.Current.CancellationToken);
        set.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        Simulator.Dispose();
        await _simulator.DisposeAsync();
        // Disposing alone would end the process without the last word of the store.
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _data.Dispose();
    }

    private async Task<JsonNode> PostAsync<T>(string address, T body)
    {
        var response = await Simulator.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
