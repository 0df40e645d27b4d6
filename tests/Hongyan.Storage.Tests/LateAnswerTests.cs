using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;

namespace Hongyan.Storage.Tests;

public abstract class LateAnswerTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);

    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private protected LateAnswerTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : LateAnswerTests(new StoreFile());

    public sealed class OnPostgreSql() : LateAnswerTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deliver_HandlerOfTwentySeconds_IsCalledOnceAndItsAnswerSentOnce()
    {
        await using var bot = await StartAsync(_sender);

        var first = bot.DeliverAsync(Arrivals.Text("慢"));
        await bot.AcceptedAsync(Arrivals.Text("慢"));
        _time.Advance(Budget);
        Assert.True((await first.SoonAsync()).IsEmpty);
        _time.Advance(TimeSpan.FromSeconds(15.5));
        _answer.SetResult("终于");

        Assert.Equal("终于", await _sender.NextAsync());
        Assert.True((await bot.DeliverAsync(Arrivals.Text("慢")).SoonAsync()).IsEmpty);
        Assert.Equal([("zhangsan", "终于")], _sender.Sent);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_HandlerThatKeepsItsThread_IsCalledOnceAndItsAnswerSentOnce()
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var calls = 0;
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(() =>
        {
            calls++;
            entered.Set();
            release.Wait(TestContext.Current.CancellationToken);
            return "终于";
        }), _sender, _time);
        using var hangUp = new CancellationTokenSource();
        var first = Task.Run(() => bot.DeliverUntilAsync(Arrivals.Text("慢"), hangUp.Token));
        await Task.Run(() => entered.Wait(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken).SoonAsync();
        await hangUp.CancelAsync();

        var again = bot.DeliverAsync(Arrivals.Text("慢"));
        _time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.True((await again.SoonAsync()).IsEmpty);
        Assert.Equal(1, _file.Scalar<long>("select count(*) from bots_inbox where State = 0"));
        release.Set();

        Assert.Equal("终于", await _sender.NextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());
        Assert.Equal(1, calls);
        Assert.Single(_sender.Sent);
    }

    [Fact]
    public async Task Deliver_DuplicateWaitsWhenTheAnswerComes_TakesItAndNothingIsSent()
    {
        await using (var bot = await StartAsync(_sender))
        {
            var first = bot.DeliverAsync(Arrivals.Text("慢"));
            await bot.AcceptedAsync(Arrivals.Text("慢"));
            _time.Advance(Budget);
            Assert.True((await first.SoonAsync()).IsEmpty);

            var duplicate = bot.AnswerAsync(Arrivals.Text("慢"));
            _answer.SetResult("终于");

            Assert.Equal("终于", await duplicate);
        }
        Assert.Empty(_sender.Sent);
        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_outbox"));
    }

    [Fact]
    public async Task Deliver_AccountThatCannotSend_PromisesOnTheThirdDeliveryAndTheNextTextGetsTheAnswer()
    {
        await using var bot = await StartAsync(sender: null);
        await HangUpTwiceAsync(bot);
        var third = bot.AnswerAsync(Arrivals.Text("慢"));
        _time.Advance(Budget);
        Assert.Contains("回复任意文字获取结果", await third, StringComparison.Ordinal);
        _answer.SetResult("终于");
        await CompletedAsync(1);

        Assert.Equal("终于", await bot.AnswerAsync(Arrivals.Text("好了吗", id: 2)));
        Assert.Equal("快", await bot.AnswerAsync(Arrivals.Text("快", id: 3)));
        Assert.Equal("终于", await bot.AnswerAsync(Arrivals.Text("好了吗", id: 2)));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_AccountThatCannotSendAndTheClockIsSetBack_TheNextTextStillGetsTheAnswer()
    {
        await using var bot = await StartAsync(sender: null);
        await HangUpTwiceAsync(bot);
        _answer.SetResult("终于");
        await CompletedAsync(1);

        _time.SetUtcNow(_time.GetUtcNow() - TimeSpan.FromHours(1));

        Assert.Equal("终于", await bot.AnswerAsync(Arrivals.Text("快", id: 2)));
    }

    [Fact]
    public async Task Deliver_AccountThatCannotSendAndIsKilled_TheNextProcessStillHasTheAnswer()
    {
        var first = await StartAsync(sender: null);
        await HangUpTwiceAsync(first);
        _answer.SetResult("终于");
        await CompletedAsync(1);
        await first.KillAsync();

        await using var second = await StartAsync(sender: null);

        Assert.Equal("终于", await second.AnswerAsync(Arrivals.Text("好了吗", id: 2)));
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox where HandOver = 3") == 0);
        Assert.Equal("快", await second.AnswerAsync(Arrivals.Text("快", id: 3)));
    }

    [Fact]
    public async Task Deliver_TextWrittenBeforeThePromise_IsAnsweredForItself()
    {
        await using var bot = await StartAsync(sender: null);
        await HangUpTwiceAsync(bot);
        var next = bot.AnswerAsync(Arrivals.Text("快", id: 2));
        _time.Advance(TimeSpan.FromSeconds(1));
        var third = bot.AnswerAsync(Arrivals.Text("慢"));
        _time.Advance(Budget);
        await third;

        _answer.SetResult("终于");

        Assert.Equal("快", await next);
        Assert.Equal("终于", await bot.AnswerAsync(Arrivals.Text("好了吗", id: 3)));
    }

    [Fact]
    public async Task SendAsync_BesideTheAnswer_LeavesAfterTheCommitInOrder()
    {
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(async (BotContext context) =>
        {
            await context.SendAsync("一");
            await context.SendAsync("二");
            await context.SendAsync("lisi", "三");
            return "答";
        }), _sender, _time);

        Assert.Equal("答", await bot.AnswerAsync(Arrivals.Text("问")));
        for (var i = 0; i < 3; i++)
            await _sender.NextAsync();

        Assert.Equal(["一", "二"], _sender.Sent.Where(sent => sent.To == "zhangsan").Select(sent => sent.Text));
        Assert.Contains(("lisi", "三"), _sender.Sent);
    }

    [Fact]
    public async Task SendAsync_HandlerThrows_SendsNothing()
    {
        await using (var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(async (BotContext context) =>
        {
            await context.SendAsync("一");
            throw new InvalidTimeZoneException();
        }), _sender, _time))
            Assert.Null(await bot.AnswerAsync(Arrivals.Text("问")));

        Assert.Empty(_sender.Sent);
    }

    private Task<DurableBot> StartAsync(FakeSender? sender) => DurableBot.StartAsync(_file, bot =>
    {
        bot.OnText("快", () => "快");
        bot.OnText(() =>
        {
            _calls++;
            return _answer.Task;
        });
    }, sender, _time);

    private Task CompletedAsync(int count) => Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox where State = 1") == count);

    private async Task HangUpTwiceAsync(DurableBot bot)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var hangUp = new CancellationTokenSource();
            var delivery = bot.DeliverUntilAsync(Arrivals.Text("慢"), hangUp.Token);
            await bot.AcceptedAsync(Arrivals.Text("慢"));
            _time.Advance(TimeSpan.FromSeconds(5));
            Assert.False(delivery.IsCompleted);
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery.SoonAsync());
        }
    }
}
