using System.Diagnostics.Metrics;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests;

public abstract class MetricsTests : IDisposable
{
    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected MetricsTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : MetricsTests(new StoreFile());

    // Commits are counted, so none may be there that only says that the process is.
    public sealed class OnPostgreSql() : MetricsTests(new StoreServer { Lease = TimeSpan.FromMinutes(10), CommandTimeout = TimeSpan.FromSeconds(1) });

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Late_AnswerAfterTheBudget_IsCountedAndSoIsItsSending()
    {
        await using var bot = await StartAsync();
        using var measured = Measure(bot);
        var delivery = bot.DeliverAsync(Arrivals.Text("慢"));
        await bot.AcceptedAsync(Arrivals.Text("慢"));
        _time.Advance(TimeSpan.FromSeconds(4.5));
        await delivery.SoonAsync();
        _answer.SetResult("终于");
        await _sender.NextAsync();
        await Waiting.UntilAsync(() => measured.Count("hongyan.outbox.age") == 1);

        Assert.Equal((1, 1), (measured.Sum("hongyan.late"), measured.Sum("hongyan.outbox.sent")));
        Assert.Equal((0, 0), (measured.Sum("hongyan.outbox.failed state=unknown"), measured.Sum("hongyan.outbox.retries")));
    }

    [Fact]
    public async Task Outbox_CallsThatDoNotEndWell_AreCountedByTheirEnd()
    {
        var calls = 0;
        _sender.Answer = _ => Task.FromResult(new SendResult(++calls switch
        {
            1 => SendOutcome.NotTaken,
            2 => SendOutcome.Sent,
            3 => SendOutcome.Unknown,
            _ => SendOutcome.Refused,
        }));
        await using var bot = await StartAsync();
        using var measured = Measure(bot);
        await AddAsync(bot, "一", "二", "三");

        await _sender.NextAsync();
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where Id = 1 and State = 0 and Attempts > 0") == 1);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(1)).SoonAsync();
        Assert.Equal(1, measured.Sum("hongyan.outbox.retries"));
        _time.Advance(TimeSpan.FromSeconds(2));
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where State < 2") == 0);

        Assert.Equal(
            (1, 1, 1), (measured.Sum("hongyan.outbox.sent"), measured.Sum("hongyan.outbox.failed state=unknown"), measured.Sum("hongyan.outbox.failed state=failed")));
    }

    [Fact]
    public async Task Backlog_PlatformTakesNothing_SaysHowMuchWaitsAndHowLong()
    {
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotTaken) { RetryAfter = TimeSpan.FromMinutes(1) });
        await using var bot = await StartAsync();
        using var measured = Measure(bot);
        await AddAsync(bot, "一", "二");
        await _sender.NextAsync();
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where Id = 1 and State = 0 and Attempts > 0") == 1);

        Assert.Equal(2, measured.Observe("hongyan.outbox.backlog"));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(20, measured.Observe("hongyan.outbox.oldest"));
    }

    [Fact]
    public async Task Backlog_DeadLetter_IsSeenUntilSomebodyRetriesIt()
    {
        await using var bot = await StartAsync();
        using var measured = Measure(bot);

        await bot.DeliverAsync(Arrivals.Text("坏")).SoonAsync();

        Assert.Equal(1, measured.Sum("hongyan.dead_letters"));
        Assert.Equal(1, measured.Observe("hongyan.inbox.backlog state=dead"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, measured.Observe("hongyan.inbox.backlog state=pending"));
    }

    [Fact]
    public async Task Refused_StoreCannotBeWritten_IsCountedBesideTheFailedCommit()
    {
        // Nobody else writes: the sender, which looks by itself, is not there, and what is written at the start is done.
        await using var bot = await StartAsync(services => services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxSender))));
        await bot.Store.WriteAsync(_ => { }, TestContext.Current.CancellationToken);
        using var measured = Measure(bot);
        using (_file.Block())
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快")).SoonAsync());

        Assert.Equal((1, 1), (measured.Sum("hongyan.refused"), measured.Sum("hongyan.store.failures")));
        await bot.DeliverAsync(Arrivals.Text("快")).SoonAsync();
        Assert.Equal((_file.CommitsOfAMessage, _file.CommitsOfAMessage), (measured.Count("hongyan.store.commit.duration"), measured.Sum("hongyan.store.commit.size")));
    }

    private static Measurements Measure(DurableBot bot) => new(bot.Services.GetRequiredService<IMeterFactory>());

    private static async Task AddAsync(DurableBot bot, params string[] texts) => await bot.Services.GetRequiredService<IOutbox>().AddAsync(
        [.. texts.Select(text => new OutgoingMessage(new UserRef("demo", "zhangsan"), new TextReply(text)))], TestContext.Current.CancellationToken);

    private Task<DurableBot> StartAsync(Action<IServiceCollection>? configure = null) => DurableBot.StartAsync(_file, bot =>
    {
        bot.OnText("慢", () => _answer.Task);
        bot.OnText("坏", string () => throw new InvalidOperationException("bad"));
        bot.OnText(() => "答");
    }, _sender, _time, services =>
    {
        services.AddMetrics();
        configure?.Invoke(services);
    });
}
