using Hongyan.Hub.Storage;
using Hongyan.Server;
using Hongyan.Server.Tests;
using Hongyan.Testing;
using Hongyan.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Hub.Tests.Fakes;

/// <summary>The real server on a port of its own, with a clock that stands still until a test moves it.</summary>
internal sealed class RunningConsole : IAsyncDisposable
{
    private static readonly SqliteTemplate Template = new(database => database.Migrate(HubContext.HistoryTable, SqliteHubContext.For));

    private readonly WebApplication _app;
    private readonly DataFolder _data;

    private RunningConsole(WebApplication app, DataFolder data, ManualTimeProvider time)
    {
        (_app, _data, Time) = (app, data, time);
        Address = new Uri(StartMessage.AddressOf(app));
    }

    public Uri Address { get; }

    public ManualTimeProvider Time { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The file of the one-time link for the first administrator.</summary>
    public string LinkFile => _data.Combine("setup-link.txt");

    /// <summary>What the terminal shows.</summary>
    public string StartText => StartMessage.For(_app, simulator: null);

    /// <summary>A server as people run it.</summary>
    public static Task<RunningConsole> StartAsync(params string[] arguments) => StartAsync(new DataFolder(), "Production", arguments);

    /// <summary>A server with an application.</summary>
    /// <param name="application">Registers it.</param>
    /// <param name="data">A folder that an earlier server may have used.</param>
    /// <param name="later">How much later it is than the clock's usual start.</param>
    public static Task<RunningConsole> StartWithAsync(Action<IServiceCollection> application, DataFolder? data = null, TimeSpan later = default) =>
        StartAsync(data ?? new DataFolder(), "Production", [], application, later);

    /// <summary>A server as a developer runs it, without the simulator.</summary>
    public static Task<RunningConsole> StartDevelopmentAsync(params string[] arguments) => StartAsync(new DataFolder(), "Development", arguments);

    /// <summary>A server on a folder that an earlier one may have used.</summary>
    public static Task<RunningConsole> StartAsync(DataFolder data, string environment, params string[] arguments) => StartAsync(data, environment, arguments, _ => { });

    /// <summary>A visitor who has not been here before.</summary>
    public PageClient Visit() => new(Address);

    /// <summary>The way from the one-time link: an administrator who is signed in.</summary>
    public async Task<PageClient> VisitAsAdministratorAsync(string name = "admin", string password = Passwords.Good)
    {
        var client = Visit();
        var page = await client.PostAsync(await SetupPathAsync(), "setup", new() { ["name"] = name, ["password"] = password, ["repeated"] = password });
        Assert.Equal(302, page.Status);
        return client;
    }

    /// <summary>An account of a role, made by an administrator, who is signed in.</summary>
    public async Task<PageClient> VisitAsAsync(PageClient administrator, string role, string name)
    {
        var created = await administrator.PostAsync("/console/accounts/new", "new-account", new() { ["name"] = name, ["role"] = role });
        var client = Visit();
        var page = await client.PostAsync(created.LinkOnce(), "link", new() { ["password"] = Passwords.Good, ["repeated"] = Passwords.Good });
        Assert.Equal(302, page.Status);
        return client;
    }

    /// <summary>Address and secret of the one-time link for the first administrator.</summary>
    public async Task<string> SetupPathAsync() =>
        new Uri((await File.ReadAllTextAsync(LinkFile, TestContext.Current.CancellationToken)).Trim()).PathAndQuery;

    /// <summary>The one line of the audit about an action.</summary>
    public async Task<(string Actor, string Target, string? Before)> AuditOfAsync(string action)
    {
        await using var db = Services.GetRequiredService<IHubStore>().Open();
        var line = await db.Audit.SingleAsync(entry => entry.Action == action, TestContext.Current.CancellationToken);
        return (line.Actor, line.Target, line.Before);
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = _app.StopAsync(CancellationToken.None);
        // A call that has begun is not cut off, and its pauses end only when the clock moves.
        using (var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20)))
        {
            while (!stopping.IsCompleted)
            {
                await pause.WaitForNextTickAsync(CancellationToken.None);
                Time.Advance(TimeSpan.FromSeconds(1));
            }
        }
        await stopping;
        await _app.DisposeAsync();
        _data.Dispose();
    }

    private static async Task<RunningConsole> StartAsync(DataFolder data, string environment, string[] arguments, Action<IServiceCollection> configure, TimeSpan later = default)
    {
        var time = new ManualTimeProvider();
        time.Advance(later);
        Template.CopyTo(data.Combine("hongyan.db"));
        var app = ServerHost.Build(
            [$"--environment={environment}", "--urls=http://127.0.0.1:0", "--Simulator:Enabled=false", data.Argument, .. arguments],
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(time);
                // What is tested is who comes in, and not how long a thief would have to try.
                builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
                configure(builder.Services);
            });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningConsole(app, data, time);
    }
}
