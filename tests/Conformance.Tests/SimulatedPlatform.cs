using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.OfficialAccount;
using Hongyan.Simulator;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
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
    private WeComClient? _client;
    private WeComClient? _contacts;
    private OfficialAccountClient? _account;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Running.Urls.First());

    /// <summary>Talks to the control API, <c>/sim/…</c>.</summary>
    public HttpClient Control => field ??= Connect();

    /// <summary>The client of app <c>demo</c>; a new one after a reset, which makes its token worthless.</summary>
    public WeComClient Client => _client ??= ClientOf(SampleApps.Demo);

    /// <summary>The client of 通讯录同步, which may change the contacts.</summary>
    public WeComClient Contacts => _contacts ??= ClientOf(SampleApps.Demo, SampleWorld.ContactsSecret);

    /// <summary>The client of the Official Account <c>oa</c>.</summary>
    public OfficialAccountClient Account => _account ??= ClientOf(SampleAccounts.Oa);

    /// <summary>The simulator's services, for what no page shows.</summary>
    public IServiceProvider Services => Running.Services;

    private WebApplication Running => _app ?? throw new InvalidOperationException("The simulator has not been started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A client of any app; it fails at once instead of trying again.</summary>
    /// <param name="app">The app, or what a program takes it for.</param>
    /// <param name="secret">Another secret than the app's own.</param>
    /// <param name="connection">What the calls go over; null is a connection of its own.</param>
    /// <param name="store">Where tokens are kept; null keeps them in the client.</param>
    public WeComClient ClientOf(WeComApp app, string? secret = null, HttpMessageHandler? connection = null, IAccessTokenStore? store = null)
    {
        var options = new WeComClientOptions
        {
            CorpId = app.CorpId,
            AgentId = app.AgentId,
            Secret = secret ?? app.Secret,
            ApiBaseAddress = Address,
            SignInBaseAddress = Address,
            Retries = 0,
        };
        return new WeComClient(Connect(connection), options, store);
    }

    /// <summary>A client of any Official Account; it fails at once instead of trying again.</summary>
    /// <param name="account">The account.</param>
    /// <param name="secret">Another secret than the account's own.</param>
    /// <param name="time">Another clock than the system's.</param>
    public OfficialAccountClient ClientOf(Simulator.OfficialAccount.Account account, string? secret = null, TimeProvider? time = null)
    {
        var options = new OfficialAccountClientOptions
        {
            AppId = account.AppId,
            Secret = secret ?? account.Secret,
            ApiBaseAddress = Address,
            WebBaseAddress = Address,
            Retries = 0,
        };
        return new OfficialAccountClient(Connect(), options, time: time);
    }

    /// <summary>A robot's client; it fails at once instead of trying again.</summary>
    public GroupRobotClient RobotOf(GroupRobot robot) =>
        new(Connect(), new GroupRobotClientOptions { Key = robot.Key, ApiBaseAddress = Address, Retries = 0 });

    public async ValueTask InitializeAsync()
    {
        // Callbacks go to port 1, where nobody ever listens. A bot that takes its time on a crowded machine has not missed a deadline.
        _app = SimulatorHost.Build(["--urls", "http://127.0.0.1:0", "--Simulator:Apps:demo:CallbackUrl", "http://127.0.0.1:1/bot", "--Simulator:OfficialAccounts:oa:CallbackUrl", "http://127.0.0.1:1/oa", "--Simulator:DeadlineSeconds", "60", "--Simulator:VerificationSeconds", "60"]);
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
    public Task ResetAsync()
    {
        (_client, _contacts, _account) = (null, null, null);
        return ControlAsync(HttpMethod.Post, "/sim/reset");
    }

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

    private HttpClient Connect(HttpMessageHandler? connection = null)
    {
        var http = new HttpClient(connection ?? new SocketsHttpHandler(), disposeHandler: connection is null)
        {
            BaseAddress = Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _connections.Add(http);
        return http;
    }
}
