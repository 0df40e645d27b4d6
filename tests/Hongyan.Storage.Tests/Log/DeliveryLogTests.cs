using Hongyan.Storage.Log;
using Hongyan.Storage.Schema;
using Hongyan.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests.Log;

public abstract class DeliveryLogTests : IDisposable
{
    private readonly TestStore _file;
    private readonly FakeSender _sender = new();
    private bool _fails = true;

    private protected DeliveryLogTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : DeliveryLogTests(new StoreFile());

    public sealed class OnPostgreSql() : DeliveryLogTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RetryAsync_DeadLetter_RunsOnceMoreAndSendsTheAnswer()
    {
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        Assert.Null(await bot.AnswerAsync(Arrivals.Text("坏")));
        await bot.AnswerAsync(Arrivals.Text("好", id: 2));
        var dead = Assert.Single(await log.ListInboxAsync(new InboxFilter { State = InboxState.Dead }, Cancelled));
        Assert.True(dead.CanRetry);
        Assert.Contains("InvalidTimeZoneException", dead.Failure, StringComparison.Ordinal);
        _fails = false;

        Assert.True(await bot.Services.GetRequiredService<DeadLetters>().RetryAsync(dead.Key, Cancelled));

        Assert.Equal("坏", await _sender.NextAsync());
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where State = 2") == 1);
        var detail = await log.FindInboxAsync(dead.Id, Cancelled);
        Assert.Equal(InboxState.Done, detail!.Item.State);
        Assert.Contains("坏", detail.Raw, StringComparison.Ordinal);
        Assert.Contains("坏", detail.Answer, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sent, Assert.Single(detail.Sent).State);
        Assert.Equal(new TextReply("坏"), await log.FindContentAsync(detail.Sent[0].Id, Cancelled));
        Assert.False(await bot.Services.GetRequiredService<DeadLetters>().RetryAsync(dead.Key, Cancelled));
    }

    [Fact]
    public async Task RetryAsync_WhoeverAskedGoesAway_LeavesADeadLetterOrRunsIt()
    {
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        Assert.Null(await bot.AnswerAsync(Arrivals.Text("坏")));
        var dead = Assert.Single(await log.ListInboxAsync(new InboxFilter { State = InboxState.Dead }, Cancelled));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bot.Services.GetRequiredService<DeadLetters>().RetryAsync(dead.Key, new CancellationToken(canceled: true)));
        await bot.Store.WriteAsync(_ => { }, Cancelled);

        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_inbox where State = 0"));
    }

    [Fact]
    public async Task RetryAsync_TwiceAtOnceAndDeliveredAgain_RunsOnceMore()
    {
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        Assert.Null(await bot.AnswerAsync(Arrivals.Text("坏")));
        var dead = Assert.Single(await log.ListInboxAsync(new InboxFilter { State = InboxState.Dead }, Cancelled));
        _fails = false;

        var retries = Enumerable.Range(0, 2).Select(_ => Task.Run(() => bot.Services.GetRequiredService<DeadLetters>().RetryAsync(dead.Key, Cancelled))).ToList();
        var again = Task.Run(() => bot.DeliverAsync(Arrivals.Text("坏")));

        Assert.Single(await Task.WhenAll(retries), isRetried => isRetried);
        await again.SoonAsync();
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox where State = 1") == 1);
        Assert.Equal(1, _file.Scalar<long>("select Fence from bots_inbox"));
        Assert.True(_file.Scalar<long>("select count(*) from bots_outbox") <= 1);
    }

    [Fact]
    public async Task ListInboxAsync_Filters_GiveTheNewestFirstPageByPage()
    {
        _fails = false;
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        for (var id = 1; id <= 5; id++)
            await bot.AnswerAsync(Arrivals.Text($"{id}", from: id == 3 ? "lisi" : "zhangsan", id: id));

        var first = await log.ListInboxAsync(new InboxFilter { Person = "zhangsan", Most = 3 }, Cancelled);
        var second = await log.ListInboxAsync(new InboxFilter { Person = "zhangsan", Before = first[^1].Id }, Cancelled);

        Assert.Equal([5L, 4, 2], first.Select(message => message.Id));
        Assert.Equal([1L], second.Select(message => message.Id));
        Assert.Empty(await log.ListInboxAsync(new InboxFilter { Account = "other" }, Cancelled));
        Assert.Equal(new DeliveryCounts(0, 0, 0, 0, null, 0), await log.CountAsync(Cancelled));
    }

    [Theory]
    [InlineData("坏 100%", 1)]
    [InlineData("TIMEZONE", 1)]
    [InlineData("%", 1)]
    [InlineData("坏_100", 0)]
    [InlineData("\\", 0)]
    public async Task ListInboxAsync_TextOfTheFailure_IsFoundAsItIs(string text, int expected)
    {
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        await bot.AnswerAsync(Arrivals.Text("坏"));
        await bot.AnswerAsync(Arrivals.Text("好", id: 2));

        Assert.Equal(expected, (await log.ListInboxAsync(new InboxFilter { Failure = text }, Cancelled)).Count);
    }

    [Fact]
    public async Task ListInboxAsync_FromAndTo_TakeTheFirstMomentAndLeaveTheLast()
    {
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        await bot.AnswerAsync(Arrivals.Text("好"));
        var received = Assert.Single(await log.ListInboxAsync(new InboxFilter(), Cancelled)).ReceivedAt;

        Assert.Single(await log.ListInboxAsync(new InboxFilter { From = received, To = received.AddMilliseconds(1) }, Cancelled));
        Assert.Empty(await log.ListInboxAsync(new InboxFilter { From = received.AddMilliseconds(1) }, Cancelled));
        Assert.Empty(await log.ListInboxAsync(new InboxFilter { To = received }, Cancelled));
    }

    [Fact]
    public async Task ListSentAsync_MessageThatCausedSome_GivesThoseOfItsCommitAndLaterOnes()
    {
        long? cause = null;
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(async (TextMessage message, BotContext context) =>
        {
            if (message.Content != "问")
                return "好";
            await context.SendAsync("一", context.CancellationToken);
            context.OnCommit(db => cause = db.Cause);
            return Reply.None;
        }), _sender);
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        await bot.AnswerAsync(Arrivals.Text("别的"));
        await bot.AnswerAsync(Arrivals.Text("问", id: 2));
        await bot.Services.GetRequiredService<IStore>().WriteAsync(db =>
        {
            Assert.Null(db.Cause);
            db.Send(new OutgoingMessage(new UserRef("nobody", "lisi"), new TextReply("二")) { CausedBy = cause });
            db.Send(new OutgoingMessage(new UserRef("nobody", "lisi"), new TextReply("三")));
        }, Cancelled);

        var asked = (await log.ListInboxAsync(new InboxFilter(), Cancelled))[0];

        Assert.Equal(asked.Id, cause);
        Assert.Equal([asked.Id, asked.Id], (await log.ListSentAsync([asked.Id - 1, asked.Id], Cancelled)).Select(sent => sent.InboxId));
        Assert.Equal(2, (await log.FindInboxAsync(asked.Id, Cancelled))!.Sent.Count);
        Assert.Empty(await log.ListSentAsync([], Cancelled));
        Assert.Empty(await log.ListSentAsync([asked.Id - 1, 0, long.MaxValue], Cancelled));
    }

    [Fact]
    public async Task ListOutboxAsync_TextOfTheErrorAndTime_AreFound()
    {
        await using var bot = await StartAsync();
        var log = bot.Services.GetRequiredService<DeliveryLog>();
        await bot.Services.GetRequiredService<IOutbox>().AddAsync([new OutgoingMessage(new UserRef("nobody", "lisi"), new TextReply("好"))], Cancelled);
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_outbox where State <> 1 and Error is not null") == 1);

        var failed = Assert.Single(await log.ListOutboxAsync(new OutboxFilter { Error = "NO SUCH account" }, Cancelled));

        Assert.Equal(failed, await log.FindOutboxAsync(failed.Id, Cancelled));
        Assert.Null(await log.FindOutboxAsync(failed.Id + 1, Cancelled));
        Assert.Empty(await log.ListOutboxAsync(new OutboxFilter { Error = "%" }, Cancelled));
        Assert.Single(await log.ListOutboxAsync(new OutboxFilter { From = failed.CreatedAt, To = failed.CreatedAt.AddMilliseconds(1) }, Cancelled));
        Assert.Empty(await log.ListOutboxAsync(new OutboxFilter { To = failed.CreatedAt }, Cancelled));
    }

    private Task<DurableBot> StartAsync() => DurableBot.StartAsync(_file, bot => bot.OnText((TextMessage message) =>
        _fails && message.Content == "坏" ? throw new InvalidTimeZoneException("坏 100% of it") : message.Content), _sender);
}
