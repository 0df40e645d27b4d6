using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Hongyan.Simulator;
using Microsoft.AspNetCore.Builder;

namespace Hongyan.Server.Tests;

/// <summary>The server and the simulator on free ports, talking over HTTP as they do for a newcomer.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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

    public static Task<RunningServer> StartAsync(params string[] arguments) => StartAsync(new DataFolder(), arguments);

    /// <summary>Starts on a folder that an earlier server may have used.</summary>
    public static async Task<RunningServer> StartAsync(DataFolder data, params string[] arguments)
    {
        // The server calls the simulator's API, so that address has to be known before either has started.
        var server = ServerHost.Build(["--environment=Development", "--urls=http://127.0.0.1:0", $"--Simulator:Urls=http://127.0.0.1:{FreePort()}", data.Argument, .. arguments]);
        await server.StartAsync(TestContext.Current.CancellationToken);
        var simulator = await SimulatorBeside.StartAsync(server);
        return new RunningServer(server, simulator!, data);
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

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<JsonNode> PostAsync<T>(string address, T body)
    {
        var response = await Simulator.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
