using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Storage.Tests;

public abstract class OutboxTests : IDisposable
{
    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();

    private protected OutboxTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : OutboxTests(new StoreFile())
    {
        [Fact]
        public async Task Send_MoreThanAPersonMayGetInAnHour_WaitsForTheNextHour()
        {
            await using var bot = await StartAsync();
            await AddAsync(bot, [.. Enumerable.Range(1, 1001).Select(number => $"{number}")]);
            for (var number = 1; number <= 1000; number++)
            {
                Assert.Equal($"{number}", await _sender.NextAsync());
                if (number % 30 == 0)
                    await PassAsync(minutes: 1);
            }

            // 33 minutes are over. It looks again every five minutes, because the clock may be set meanwhile.
            for (var looks = 1; looks <= 5; looks++)
                await PassAsync(minutes: 5);
            Assert.Equal(1000, _sender.Sent.Count);
            await PassAsync(minutes: 2);

            Assert.Equal("1001", await _sender.NextAsync());
        }

        private async Task PassAsync(int minutes)
        {
            await _time.WaitForTimerAsync(TimeSpan.FromMinutes(minutes)).SoonAsync();
            _time.Advance(TimeSpan.FromMinutes(minutes));
        }
    }

    public sealed class OnPostgreSql() : OutboxTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Send_PlatformIsBusy_TriesAgainLaterAndKeepsThePersonsOrder()
    {
        var tries = 0;
        _sender.Answer = message => Task.FromResult(
            ((TextReply)message.Content).Content == "一" && ++tries <= 2
                ? new SendResult(SendOutcome.NotTaken) { ErrorCode = -1, Error = "busy" }
                : new SendResult(SendOutcome.Sent));
        await using var bot = await StartAsync();
        await AddAsync(bot, "一", "二");

        Assert.Equal("一", await _sender.NextAsync());
        await PendingAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("一", await _sender.NextAsync());
        await PendingAsync(2);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _sender.Sent.Count);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("一", await _sender.NextAsync());
        Assert.Equal("二", await _sender.NextAsync());
        Assert.Equal(["一", "一", "一", "二"], _sender.Sent.Select(sent => sent.Text));
    }

    [Fact]
    public async Task Send_MayHaveTakenEffect_IsNeverRepeatedUntilAPersonDecides()
    {
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Unknown) { Error = "timed out" });
        await using var bot = await StartAsync();
        await AddAsync(bot, "一");
        await _sender.NextAsync();
        await StateAsync(OutboxState.Unknown);

        _time.Advance(TimeSpan.FromHours(2));
        Assert.Single(_sender.Sent);
        Assert.Equal("timed out", _file.Scalar<string>("select Error from bots_outbox"));
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Sent) { MessageId = "m7" });
        Assert.True(await bot.Services.GetRequiredService<IOutbox>().ReopenAsync(1, TestContext.Current.CancellationToken));

        await _sender.NextAsync();
        await StateAsync(OutboxState.Sent);
        Assert.Equal("m7", _file.Scalar<string>("select MessageId from bots_outbox"));
        Assert.False(await bot.Services.GetRequiredService<IOutbox>().ReopenAsync(1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Send_InsideATransactionOfAnApplication_LeavesWithItsCommit()
    {
        await using var bot = await StartAsync();

        await bot.Store.WriteAsync(db => db.Send(Message("一")), TestContext.Current.CancellationToken);

        Assert.Equal("一", await _sender.NextAsync());
    }

    [Fact]
    public async Task Send_InsideATransactionThatFails_NeverLeaves()
    {
        await using var bot = await StartAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.Store.WriteAsync(db =>
        {
            db.Send(Message("一"));
            throw new InvalidOperationException("no");
        }, TestContext.Current.CancellationToken));
        await bot.Store.WriteAsync(db => db.Send(Message("二")), TestContext.Current.CancellationToken);

        Assert.Equal("二", await _sender.NextAsync());
        Assert.Single(_sender.Sent);
    }

    [Fact]
    public async Task Send_InsideTheTransactionOfAMessage_LeavesWithItsOutcome()
    {
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText((BotContext context) => context.OnCommit(db => db.Send(Message("一")))), _sender, _time);

        await bot.Delivery.DeliverAsync(bot.Bot, Arrivals.Text("来"), TestContext.Current.CancellationToken);

        Assert.Equal("一", await _sender.NextAsync());
    }

    [Fact]
    public async Task Send_CardUpdateInsideATransaction_IsRefused()
    {
        await using var bot = await StartAsync();
        Exception? refusal = null;

        await bot.Store.WriteAsync(db => refusal = Record.Exception(() => db.Send(new OutgoingMessage(new UserRef("demo", "zhangsan"), new WeCom.UpdateButtonReply("好")))), TestContext.Current.CancellationToken);

        Assert.IsType<ArgumentException>(refusal);
    }

    private static OutgoingMessage Message(string text) => new(new UserRef("demo", "zhangsan"), new TextReply(text));

    [Fact]
    public async Task Send_KilledInTheMiddleOfTheCall_IsUnknownInTheNextProcess()
    {
        var never = new TaskCompletionSource<SendResult>();
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sender.Answer = _ =>
        {
            called.TrySetResult();
            return never.Task;
        };
        var first = await StartAsync();
        await AddAsync(first, "一");
        await called.Task.SoonAsync();
        await first.KillAsync();

        await using var second = await StartAsync();

        Assert.Equal((long)OutboxState.Unknown, _file.Scalar<long>("select State from bots_outbox"));
        Assert.Single(_sender.Sent);
    }

    [Fact]
    public async Task Send_KilledBeforeTheCall_IsSentByTheNextProcess()
    {
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotTaken));
        var first = await StartAsync();
        await AddAsync(first, "一");
        await _sender.NextAsync();
        await PendingAsync();
        await first.KillAsync();
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Sent));
        _time.Advance(TimeSpan.FromMinutes(1));

        await using var second = await StartAsync();

        Assert.Equal("一", await _sender.NextAsync());
        await StateAsync(OutboxState.Sent);
    }

    [Fact]
    public async Task Send_BeforeTheRestOfTheProcessHasStarted_IsNotTakenForALeftover()
    {
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotTaken));
        var first = await StartAsync();
        await AddAsync(first, "一");
        await _sender.NextAsync();
        await PendingAsync();
        await first.KillAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        var answer = new TaskCompletionSource<SendResult>();
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sender.Answer = _ =>
        {
            called.TrySetResult();
            return answer.Task;
        };

        await using var second = await StartAsync(services =>
        {
            var sender = services.Single(service => service.ImplementationType == typeof(OutboxSender));
            services.Insert(services.IndexOf(sender) + 1, ServiceDescriptor.Singleton<IHostedService>(new StartsAfter(called.Task)));
        });
        answer.SetResult(new SendResult(SendOutcome.Sent));

        await StateAsync(OutboxState.Sent);
    }

    [Fact]
    public async Task Send_Refused_IsFinalWithItsCodeAndTheNextOneLeaves()
    {
        _sender.Answer = message => Task.FromResult(((TextReply)message.Content).Content == "一"
            ? new SendResult(SendOutcome.Refused) { ErrorCode = 81013, Error = "user invalid" }
            : new SendResult(SendOutcome.Sent));
        await using var bot = await StartAsync();
        await AddAsync(bot, "一", "二");

        await _sender.NextAsync();
        Assert.Equal("二", await _sender.NextAsync());
        await StateAsync(OutboxState.Failed);
        Assert.Equal(81013, _file.Scalar<long>("select ErrorCode from bots_outbox where Id = 1"));
    }

    [Fact]
    public async Task Send_OlderThanItsLifetime_ExpiresInsteadOfBeingSent()
    {
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotTaken));
        await using var bot = await StartAsync();
        await AddAsync(bot, "一");
        await _sender.NextAsync();
        await PendingAsync();

        _time.Advance(TimeSpan.FromHours(25));

        await StateAsync(OutboxState.Expired);
    }

    [Fact]
    public async Task Send_ClockSetBackAnHour_DoesNotWaitForTheOldTime()
    {
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotTaken));
        await using var bot = await StartAsync();
        await AddAsync(bot, "一");
        await _sender.NextAsync();
        await PendingAsync();
        _sender.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Sent));

        _time.SetUtcNow(_time.GetUtcNow() - TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("一", await _sender.NextAsync());
    }

    [Fact]
    public async Task Send_MoreThanAPersonMayGetInAMinute_WaitsForTheNextMinute()
    {
        await using var bot = await StartAsync();
        await AddAsync(bot, [.. Enumerable.Range(1, 31).Select(number => $"{number}")]);
        for (var i = 1; i <= 30; i++)
            Assert.Equal($"{i}", await _sender.NextAsync());
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where State = 0 and NotBefore > CreatedAt") == 1);
        await _time.WaitForTimerAsync(TimeSpan.FromMinutes(1)).SoonAsync();

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("31", await _sender.NextAsync());
        Assert.Equal(1, _file.Scalar<long>("select Attempts from bots_outbox where Id = 31"));
    }

    [Fact]
    public async Task Send_MessageThatNobodyCanRead_FailsAloneAndTheNextOneLeaves()
    {
        await using var bot = await StartAsync();

        await bot.Store.WriteAsync(db =>
        {
            db.Send(Message("一"));
            db.Execute($"update bots_outbox set Content = {new byte[60]}");
            db.Send(Message("二"));
        }, TestContext.Current.CancellationToken);

        Assert.Equal("二", await _sender.NextAsync());
        await StateAsync(OutboxState.Failed);
        Assert.Contains("cannot be read", _file.Scalar<string>("select Error from bots_outbox where Id = 1"), StringComparison.Ordinal);
        Assert.True(bot.Store.IsHealthy);
    }

    private Task<DurableBot> StartAsync(Action<IServiceCollection>? configure = null) => DurableBot.StartAsync(_file, _ => { }, _sender, _time, configure);

    private static async Task AddAsync(DurableBot bot, params string[] texts) => await bot.Services.GetRequiredService<IOutbox>().AddAsync(
        [.. texts.Select(text => new OutgoingMessage(new UserRef("demo", "zhangsan"), new TextReply(text)))], TestContext.Current.CancellationToken);

    /// <summary>Waits until the sender has written down that it tries again, and waits for the clock.</summary>
    private async Task PendingAsync(double seconds = 1)
    {
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where Id = 1 and State = 0 and Attempts > 0") == 1);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(seconds)).SoonAsync();
    }

    private Task StateAsync(OutboxState state) => Waiting.UntilAsync(() => _file.Scalar<long>("select State from bots_outbox where Id = 1") == (long)state);

    /// <summary>Holds up the start of the services behind it.</summary>
    private sealed class StartsAfter(Task what) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => what.SoonAsync();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
