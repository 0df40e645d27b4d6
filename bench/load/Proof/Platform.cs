using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator;

namespace Hongyan.Load.Proof;

/// <summary>The platform: a simulator in this process, driven by its control API like any other program would.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _simulator;
    private readonly HttpClient _http;

    private Platform(WebApplication simulator, string address)
    {
        _simulator = simulator;
        Address = address;
        _http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
    }

    public string Address { get; }

    public static async Task<Platform> StartAsync(string callback, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var simulator = SimulatorHost.Build(
        [
            "--urls", address,
            "--Simulator:Apps:demo:CallbackUrl", callback,
            "--Simulator:Apps:demo:Token", LoadAccount.Token,
            "--Simulator:Apps:demo:EncodingAESKey", LoadAccount.EncodingAesKey,
            "--Simulator:Apps:demo:Secret", LoadAccount.Secret,
        ]);
        await simulator.StartAsync(cancellationToken);
        return new Platform(simulator, address);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts a load run.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> BeginAsync(object plan, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync("/sim/apps/demo/load", plan, cancellationToken);
        return (int)(await ReadAsync(response, cancellationToken))["id"]!;
    }

    public async Task<JsonNode> FindAsync(int run, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri($"/sim/load/{run}", UriKind.Relative), cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>Waits until every delivery of a run has ended.</summary>
    public async Task EndAsync(int run, CancellationToken cancellationToken)
    {
        while (await IsRunningAsync(run, cancellationToken))
            await Task.Delay(Pause, cancellationToken);
    }

    public async Task<bool> IsRunningAsync(int run, CancellationToken cancellationToken) =>
        (string?)(await FindAsync(run, cancellationToken))["state"] == "running";

    /// <summary>How many attempts of a run have ended in this way so far: <c>503</c>, <c>timedOut</c>, …</summary>
    public async Task<long> CountAsync(int run, string outcome, CancellationToken cancellationToken) =>
        (long?)(await FindAsync(run, cancellationToken))["counts"]!["outcomes"]![outcome] ?? 0;

    /// <summary>What became of each message of a run.</summary>
    public async Task<IReadOnlyList<MessageReport>> ReportAsync(int run, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(await _http.GetStreamAsync(new Uri($"/sim/load/{run}/messages.jsonl", UriKind.Relative), cancellationToken));
        var reports = new List<MessageReport>();
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
            reports.Add(JsonSerializer.Deserialize<MessageReport>(line, JsonSerializerOptions.Web)!);
        return reports;
    }

    /// <summary>Lets calls of the API fail.</summary>
    public async Task FailCallsAsync(IReadOnlyList<object> faults, CancellationToken cancellationToken)
    {
        using var response = await _http.PutAsJsonAsync("/sim/apps/demo/faults/calls", faults, cancellationToken);
        await ReadAsync(response, cancellationToken);
    }

    /// <summary>The number of the last call that was made of the API.</summary>
    public async Task<long> LastCallAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<JsonArray>("/sim/calls?limit=1", cancellationToken))!.Select(call => (long)call!["id"]!).FirstOrDefault();

    /// <summary>How many calls there were of one kind, and of all; of the last thousand.</summary>
    public async Task<(int Matching, int All)> CountCallsAsync(long after, string path, CancellationToken cancellationToken)
    {
        var calls = (await _http.GetFromJsonAsync<JsonArray>("/sim/calls?limit=1000", cancellationToken))!.Where(call => (long)call!["id"]! > after).ToList();
        return (calls.Count(call => ((string)call!["path"]!).StartsWith(path, StringComparison.Ordinal)), calls.Count);
    }

    /// <summary>Makes the application's access tokens worthless before their time.</summary>
    public async Task RevokeTokensAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync(new Uri("/sim/apps/demo/tokens/revoke", UriKind.Relative), null, cancellationToken);
        await ReadAsync(response, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
    }
}
