using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Conformance.Tests;

/// <summary>
/// A simulator on a port of its own, and clients of its apps. One for each test class (<c>IClassFixture</c>), so that classes run side
/// by side; a test that changes what others see begins with <see cref="ResetAsync"/>.
/// </summary>
public sealed class SimulatedPlatform : IAsyncLifetime
{
    private readonly List<HttpClient> _connections = [];
    private WebApplication? _app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Running.Urls.First());

    /// <summary>Talks to the control API, <c>/sim/…</c>.</summary>
    public HttpClient Control => field ??= Connect();

    /// <summary>The client of app <c>demo</c>, as a program has one.</summary>
    public WeComClient Client => field ??= ClientOf(SampleApps.Demo);

    /// <summary>The simulator's services, for what no page shows.</summary>
    public IServiceProvider Services => Running.Services;

    private WebApplication Running => _app ?? throw new InvalidOperationException("The simulator has not been started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A client of any app; it fails at once instead of trying again.</summary>
    public WeComClient ClientOf(WeComApp app, string? secret = null) => new(Connect(), new WeComClientOptions
    {
        CorpId = app.CorpId,
        AgentId = app.AgentId,
        Secret = secret ?? app.Secret,
        ApiBaseAddress = Address,
        Retries = 0,
    });

    public async ValueTask InitializeAsync()
    {
        // Callbacks go to port 1, where nobody ever listens.
        _app = SimulatorHost.Build(["--urls", "http://127.0.0.1:0", "--Simulator:Apps:demo:CallbackUrl", "http://127.0.0.1:1/bot"]);
        await _app.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _connections.ForEach(connection => connection.Dispose());
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
    }

    /// <summary>Everything back to what it was at start.</summary>
    public Task ResetAsync() => ControlAsync(HttpMethod.Post, "/sim/reset");

    /// <summary>Moves the platform's clock forward.</summary>
    public Task AdvanceAsync(TimeSpan by) => ControlAsync(HttpMethod.Put, "/sim/clock", new { advanceSeconds = by.TotalSeconds });

    /// <summary>Asks the control API something that must succeed; null where it answers nothing.</summary>
    public async Task<JsonNode?> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Control.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private HttpClient Connect()
    {
        var connection = new HttpClient { BaseAddress = Address, Timeout = Timeout.InfiniteTimeSpan };
        _connections.Add(connection);
        return connection;
    }
}
