using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Testing;

/// <summary>
/// Runs a bot on a server in memory and lets a test be the people who talk to it: what they send is signed, encrypted and posted as the platform does,
/// and the answer is verified, decrypted and read as the platform does.
/// </summary>
/// <remarks>
/// The accounts get keys of their own and call <see cref="Platform"/> instead of the network, the environment is Development, and the clock
/// stands still until <see cref="Time"/> is moved.
/// The host waits for an answer as long as <see cref="Timeout"/>; it does not hang up after five seconds. None of its methods takes a
/// <see cref="CancellationToken"/>: each ends by itself, and a test reads better without.
/// </remarks>
public sealed class BotTestHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ManualTimeProvider _time;
    private readonly ErrorLog _log;
    private readonly TestPlatform _platform;
    private readonly Dictionary<string, TestAccount> _accounts;
    private bool _hangs;

    private BotTestHost(WebApplication app, ManualTimeProvider time, ErrorLog log, TestPlatform platform)
    {
        _platform = platform;
        _app = app;
        _time = time;
        _log = log;
        _accounts = MappedCallbacks.Find(app).ToDictionary(
            callback => callback.Account.Name, callback => new TestAccount(this, callback, app), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The bot's clock. It takes effect for whatever asks for a <see cref="TimeProvider"/>.</summary>
    /// <exception cref="BotTestException">The application registers a TimeProvider of its own.</exception>
    public ManualTimeProvider Time => ReferenceEquals(Services.GetService<TimeProvider>(), _time)
        ? _time
        : throw new BotTestException("The application registers a TimeProvider of its own, so the clock of the test does not move it. Register it with TryAddSingleton.");

    /// <summary>The application's services, for what a test wants to look at.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The platform's API as the bot's accounts meet it: what they called, and how it answers.</summary>
    public TestPlatform Platform => _platform;

    /// <summary>How long an answer may take, in real time.</summary>
    /// <value><see cref="TestTimeouts.Default"/>.</value>
    public TimeSpan Timeout { get; set; } = TestTimeouts.Default;

    /// <summary>What handlers have thrown so far, and other exceptions that the application logged as errors.</summary>
    public IReadOnlyList<Exception> Errors => _log.Errors;

    /// <summary>Starts a bot from its routes.</summary>
    /// <param name="routes">Registers them: <c>bot => bot.OnText("ping", () => "pong")</c>.</param>
    public static Task<BotTestHost> StartAsync(Action<Bot> routes) => StartAsync(_ => { }, routes);

    /// <summary>Starts a bot from its routes and the services that they ask for.</summary>
    /// <param name="services">Registers the services.</param>
    /// <param name="routes">Registers the routes.</param>
    public static Task<BotTestHost> StartAsync(Action<IServiceCollection> services, Action<Bot> routes)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(routes);
        return StartApplicationAsync(builder =>
        {
            builder.AddWeCom();
            services(builder.Services);
            var app = builder.Build();
            routes(app.MapWeCom("/wecom"));
            return app;
        });
    }

    /// <summary>Starts the bot of an Official Account (公众号) from its routes.</summary>
    /// <param name="routes">Registers them: <c>bot => bot.OnSubscribe(() => "欢迎关注！")</c>.</param>
    /// <param name="isVerified">Whether the platform has verified the account (微信认证), so that it may answer later by a customer message.</param>
    public static Task<BotTestHost> StartOfficialAccountAsync(Action<Bot> routes, bool isVerified = false) => StartOfficialAccountAsync(_ => { }, routes, isVerified);

    /// <summary>Starts the bot of an Official Account (公众号) from its routes and the services that they ask for.</summary>
    /// <param name="services">Registers the services.</param>
    /// <param name="routes">Registers the routes.</param>
    /// <param name="isVerified">Whether the platform has verified the account (微信认证), so that it may answer later by a customer message.</param>
    public static Task<BotTestHost> StartOfficialAccountAsync(Action<IServiceCollection> services, Action<Bot> routes, bool isVerified = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(routes);
        return StartApplicationAsync(builder =>
        {
            builder.Configuration["OfficialAccount:Verified"] = isVerified ? "true" : "false";
            builder.AddOfficialAccount();
            services(builder.Services);
            var app = builder.Build();
            routes(app.MapOfficialAccount("/oa"));
            return app;
        });
    }

    /// <summary>Starts a robot (智能机器人) from its routes.</summary>
    /// <param name="routes">Registers them: <c>bot => bot.OnText("ping", () => "pong")</c>.</param>
    /// <param name="robotName">What a group calls it, without <c>@</c>.</param>
    public static Task<BotTestHost> StartRobotAsync(Action<Bot> routes, string robotName = "") => StartRobotAsync(_ => { }, routes, robotName);

    /// <summary>Starts a robot (智能机器人) from its routes and the services that they ask for.</summary>
    /// <param name="services">Registers the services.</param>
    /// <param name="routes">Registers the routes.</param>
    /// <param name="robotName">What a group calls it, without <c>@</c>.</param>
    public static Task<BotTestHost> StartRobotAsync(Action<IServiceCollection> services, Action<Bot> routes, string robotName = "")
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(routes);
        return StartApplicationAsync(builder =>
        {
            builder.Configuration["WeComRobot:RobotName"] = robotName;
            builder.AddWeComRobot();
            services(builder.Services);
            var app = builder.Build();
            routes(app.MapWeComRobot("/robot"));
            return app;
        });
    }

    /// <summary>Starts an application as it is, with all its accounts, services and middleware.</summary>
    /// <param name="build">
    /// The application's own function: registers its services, builds, maps its bots and returns what was built. Program.cs calls it as
    /// <c>Build(WebApplication.CreateBuilder(args)).Run()</c>.
    /// </param>
    public static async Task<BotTestHost> StartApplicationAsync(Func<WebApplicationBuilder, WebApplication> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var time = new ManualTimeProvider();
        var log = new ErrorLog();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.ConfigureOptions<TestKeys>();
        var platform = new TestPlatform();
        builder.Services.AddSingleton(platform);
        builder.Services.ConfigureOptions<TestConnections>();
        builder.Services.AddSingleton<Arrivals>().AddSingleton<IStartupFilter>(services => services.GetRequiredService<Arrivals>());

        var app = build(builder) ?? throw new BotTestException("The function that builds the application returned null.");
        try
        {
            if (app.Services.GetRequiredService<IServer>() is not TestServer)
                throw new BotTestException("The application was not built from the builder that the test host gave it, so it would listen on a real port. Use the builder of the parameter.");
            await app.StartAsync().ConfigureAwait(false);
            return new BotTestHost(app, time, log, platform);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A person of the company who uses the app (企业微信应用). The same id is the same person.</summary>
    /// <param name="id">The user id (成员UserID), such as <c>zhangsan</c>.</param>
    /// <exception cref="BotTestException">The application has none or several such accounts; say which with <see cref="Account"/>.</exception>
    public Member Member(string id) => Only(ActionPlatform.WeCom, id).Member(id);

    /// <summary>A person who follows the Official Account (公众号). The same id is the same person.</summary>
    /// <param name="openId">The OpenID, such as <c>oSunYue</c>.</param>
    /// <exception cref="BotTestException">The application has none or several such accounts; say which with <see cref="Account"/>.</exception>
    public Follower Follower(string openId) => Only(ActionPlatform.OfficialAccount, openId).Follower(openId);

    /// <summary>A person of the company who talks with the robot (智能机器人), alone. The same id is the same person.</summary>
    /// <param name="id">The user id (成员UserID), such as <c>zhangsan</c>.</param>
    /// <exception cref="BotTestException">The application has none or several such accounts; say which with <see cref="Account"/>.</exception>
    public RobotUser RobotUser(string id) => Only(ActionPlatform.Robot, id).RobotUser(id);

    /// <summary>One of several accounts.</summary>
    /// <param name="name">Its name, as in <c>MapWeCom(path, name)</c>.</param>
    /// <exception cref="BotTestException">There is none of this name.</exception>
    public TestAccount Account(string name) => _accounts.TryGetValue(name, out var account)
        ? account
        : throw new BotTestException($"The application maps no account '{name}'. It maps {Names(_accounts.Values)}.");

    /// <summary>Stops the bot. Handlers that are still running may finish, unless one was found to hang.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = _hangs ? new CancellationTokenSource(TimeSpan.Zero) : new CancellationTokenSource(Timeout);
        await _app.StopAsync(patience.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for an answer and says in words what went wrong where none comes.</summary>
    /// <param name="deliver">Delivers and reads the answer.</param>
    /// <param name="what">What was delivered: <c>zhangsan's "ping"</c>.</param>
    internal async Task<BotReply> AskAsync(Func<CancellationToken, Task<BotReply>> deliver, string what)
    {
        var errorsBefore = _log.Count;
        using var patience = new CancellationTokenSource(Timeout);
        BotReply reply;
        try
        {
            reply = await deliver(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            _hangs = true;
            throw new BotTestException(
                $"The bot did not answer {what} within {Timeout.TotalSeconds:0.###} s. Does its handler wait for something that never comes in this test, such as the clock (host.Time.Advance)?");
        }

        if (reply.Kind == BotReplyKind.Nothing && _log.Errors.Skip(errorsBefore).LastOrDefault() is { } failure)
            throw new BotTestException($"Nothing was answered to {what}, because of an error: {failure.GetType().Name}: {failure.Message}", failure);
        return reply;
    }

    private TestAccount Only(ActionPlatform platform, string person)
    {
        List<TestAccount> accounts = [.. _accounts.Values.Where(account => account.Platform == platform)];
        var name = TestAccount.NameFor(platform);
        return accounts switch
        {
            [var only] => only,
            [] => throw new BotTestException(
                $"The application maps no account that is {TestAccount.WordsFor(platform)}. It maps {Names(_accounts.Values)}; {_accounts.Values.First().Name} has a {TestAccount.NameFor(_accounts.Values.First().Platform)}."),
            [var first, ..] => throw new BotTestException(
                $"The application has several accounts ({Names(accounts)}): say which, such as host.Account(\"{first.Name}\").{name}(\"{person}\")."),
        };
    }

    private static string Names(IEnumerable<TestAccount> accounts) => string.Join(", ", accounts.Select(account => account.Name).Order(StringComparer.Ordinal));
}
