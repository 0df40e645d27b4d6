using Hongyan.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Storage.Tests.Support;

/// <summary>One process with a bot and a store: it can be stopped, or killed, and another one started on the same database.</summary>
internal sealed class DurableBot : IAsyncDisposable
{
    public static readonly Account WeComAccount = new("demo", "WeCom", "ww0123456789abcdef", 1000002);

    private readonly ServiceProvider _services;
    private readonly TestStore _store;
    private bool _isOver;

    private DurableBot(ServiceProvider services, TestStore store)
    {
        _services = services;
        _store = store;
    }

    public Bot Bot { get; private set; } = null!;

    public ReplyDelivery Delivery => _services.GetRequiredService<ReplyDelivery>();

    public IStore Store => _services.GetRequiredService<IStore>();

    public IServiceProvider Services => _services;

    /// <summary>Starts a process.</summary>
    /// <param name="file">The database.</param>
    /// <param name="routes">The bot.</param>
    /// <param name="sender">The platform's active API; null for an account that has none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="configure">Whatever else the test needs.</param>
    /// <param name="account">Whose bot it is, called demo; null for an application of WeCom.</param>
    public static async Task<DurableBot> StartAsync(
        TestStore file, Action<Bot> routes, IActiveSender? sender = null, TimeProvider? time = null, Action<IServiceCollection>? configure = null,
        Account? account = null)
    {
        await file.PrepareAsync();
        time ??= new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddBots();
        file.Register(services, time);
        services.Replace(ServiceDescriptor.Singleton(file.Keys));
        if (sender is not null)
            services.AddKeyedSingleton("demo", sender);
        configure?.Invoke(services);
        var bot = new DurableBot(services.BuildServiceProvider(validateScopes: true), file);
        try
        {
            bot.Bot = new Bot(account ?? WeComAccount, bot._services);
            routes(bot.Bot);
            foreach (var hosted in bot._services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
                await hosted.StartingAsync(TestContext.Current.CancellationToken);
            foreach (var hosted in bot._services.GetServices<IHostedService>())
                await hosted.StartAsync(TestContext.Current.CancellationToken);
            return bot;
        }
        catch
        {
            bot._isOver = true;
            await bot._services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the running process another account.</summary>
    public void AddBot(Account account, Action<Bot> routes) => routes(new Bot(account, _services));

    /// <summary>Delivers once and waits: what the person reads, or null for nothing.</summary>
    public async Task<string?> AnswerAsync(Incoming incoming) => Arrivals.TextOf(await DeliverAsync(incoming).SoonAsync());

    public Task<ReadOnlyMemory<byte>> DeliverAsync(Incoming incoming) => Delivery.DeliverAsync(Bot, incoming, CancellationToken.None).AsTask();

    /// <summary>Waits until a message that was delivered is accepted: until the process knows it too, a moment after it is committed.</summary>
    public Task AcceptedAsync(Incoming incoming)
    {
        var delivery = Services.GetRequiredService<Deduplicator>().Join(
            Bot.Platform.KeyOf(Bot.Account, incoming), new UserRef(Bot.Account.Name, incoming.FromUser), out var isFirst);
        Assert.False(isFirst);
        return Waiting.UntilAsync(() => delivery.IsAccepted);
    }

    /// <summary>Delivers as the platform does to a store that has been away: it comes again until it is accepted.</summary>
    public async Task<string?> AnswerOnceAcceptedAsync(Incoming incoming)
    {
        string? answer = null;
        await Waiting.UntilAsync(async () =>
        {
            try
            {
                answer = await AnswerAsync(incoming);
                return true;
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        });
        return answer;
    }

    /// <summary>Delivers with a platform that hangs up.</summary>
    public Task<ReadOnlyMemory<byte>> DeliverUntilAsync(Incoming incoming, CancellationToken hungUp) => Delivery.DeliverAsync(Bot, incoming, hungUp).AsTask();

    /// <summary>Ends as kill -9 does: nothing that was not committed is, and nobody is told.</summary>
    public async Task KillAsync()
    {
        _isOver = true;
        await _store.KillAsync(_services);
    }

    /// <summary>Deletes what is old.</summary>
    public Task CleanOnceAsync() => _store.CleanOnceAsync(_services);

    /// <summary>Ends as Ctrl+C does.</summary>
    public async Task StopAsync()
    {
        _isOver = true;
        // A handler of a failed test may wait for ever; the failure is what the test is to report.
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        foreach (var hosted in _services.GetServices<IHostedService>().Reverse())
            await hosted.StopAsync(patience.Token);
        foreach (var hosted in _services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await hosted.StoppedAsync(patience.Token);
        await _services.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOver)
            await StopAsync();
    }
}
