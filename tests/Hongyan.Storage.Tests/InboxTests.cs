using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;

namespace Hongyan.Storage.Tests;

public abstract class InboxTests : IDisposable
{
    private readonly TestStore _file;
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private protected InboxTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : InboxTests(new StoreFile());

    public sealed class OnPostgreSql() : InboxTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deliver_AnsweredAndKilled_TheNextProcessGivesTheSameAnswerWithoutAHandler()
    {
        var first = await DurableBot.StartAsync(_file, bot => bot.OnText(() => $"answer {++_calls}"));
        var bytes = await first.DeliverAsync(Arrivals.Text("问")).SoonAsync();
        await first.KillAsync();

        await using var second = await DurableBot.StartAsync(_file, bot => bot.OnText(() => $"answer {++_calls}"));
        var again = await second.DeliverAsync(Arrivals.Text("问")).SoonAsync();

        Assert.Equal("answer 1", Arrivals.TextOf(again));
        Assert.Equal(bytes.ToArray(), again.ToArray());
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task OnCommit_QuickHandler_IsCommittedWithTheAnswer()
    {
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(Count));
        await CreateEffectsAsync(bot);

        Assert.Equal("counted", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Equal("counted", await bot.AnswerAsync(Arrivals.Text("问")));

        Assert.Equal(1, _file.Scalar<long>("select count(*) from effects"));
    }

    [Fact]
    public async Task OnCommit_AsyncLambda_IsRefusedBeforeAnythingIsWritten()
    {
        await using var bot = await DurableBot.StartAsync(_file, bot =>
        {
            bot.OnText((BotContext context) =>
            {
                context.OnCommit(async db => await Task.Run(() => db.Execute($"insert into effects values ({"too late"})")));
                return "done";
            });
            bot.OnError((Exception failure) => failure.Message);
        });
        await CreateEffectsAsync(bot);

        Assert.Contains("no async lambda", await bot.AnswerAsync(Arrivals.Text("问")), StringComparison.Ordinal);
        Assert.Equal(0, _file.Scalar<long>("select count(*) from effects"));
    }

    [Fact]
    public async Task OnCommit_EffectThrows_NothingOfItHappensAndTheMessageIsADeadLetter()
    {
        await using var bot = await DurableBot.StartAsync(_file, bot =>
        {
            bot.OnText("坏", (BotContext context) =>
            {
                context.OnCommit(db => db.Execute($"insert into effects values ({"half"})"));
                context.OnCommit(_ => throw new InvalidTimeZoneException("mine"));
                return "done";
            });
            bot.OnText(Count);
            bot.OnError((Exception failure) => $"sorry: {failure.Message}");
        });
        await CreateEffectsAsync(bot);

        var good = bot.AnswerAsync(Arrivals.Text("好", from: "lisi"));
        Assert.Equal("sorry: mine", await bot.AnswerAsync(Arrivals.Text("坏")));
        Assert.Equal("counted", await good);

        Assert.Equal("lisi", _file.Scalar<string>("select string_agg(person, ',') from effects"));
        Assert.Contains("InvalidTimeZoneException: mine", _file.Scalar<string>("select Failure from bots_inbox where State = 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_KilledWhileTheHandlerRuns_TheNextProcessRunsItAndTheEffectHappensOnce()
    {
        var sender = new FakeSender();
        var first = await DurableBot.StartAsync(_file, bot => bot.OnText((BotContext context) =>
        {
            context.OnCommit(db => db.Execute($"insert into effects values ({"first"})"));
            return _answer.Task;
        }), sender);
        await CreateEffectsAsync(first);
        _ = first.DeliverAsync(Arrivals.Text("问"));
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox where State = 0 and Fence = 1") == 1);
        await first.KillAsync();
        _answer.SetResult("too late");

        await using var second = await DurableBot.StartAsync(_file, bot => bot.OnText(Count), sender);

        Assert.Equal("counted", await sender.NextAsync());
        Assert.Equal("zhangsan", _file.Scalar<string>("select string_agg(person, ',') from effects"));
        Assert.Equal(2, _file.Scalar<long>("select Fence from bots_inbox"));
    }

    [Fact]
    public async Task Deliver_MessageThatKillsTheProcessEachTime_IsGivenUpAndListed()
    {
        for (var run = 1; run <= 3; run++)
        {
            var process = await DurableBot.StartAsync(_file, bot => bot.OnText(() => _answer.Task));
            if (run == 1)
                _ = process.DeliverAsync(Arrivals.Text("毒"));
            var expected = run;
            await Waiting.UntilAsync(() => _file.Scalar<long>("select max(Fence) from bots_inbox") == expected);
            await process.KillAsync();
        }

        await using var last = await DurableBot.StartAsync(_file, bot => bot.OnText(() => $"answer {++_calls}"));

        Assert.Equal("answer 1", await last.AnswerAsync(Arrivals.Text("好", id: 2)));
        Assert.Contains("Given up after 3 runs", _file.Scalar<string>("select Failure from bots_inbox where State = 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_TwoMessagesOfOnePerson_RunOneAfterTheOtherAndOthersDoNotWait()
    {
        var order = new List<string>();
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(async (TextMessage message, UserRef user) =>
        {
            if (message.Content == "慢")
                await _answer.Task;
            lock (order)
                order.Add(user.Id + message.Content);
            return message.Content;
        }));

        var slow = bot.AnswerAsync(Arrivals.Text("慢"));
        var next = bot.AnswerAsync(Arrivals.Text("快", id: 2));
        Assert.Equal("快", await bot.AnswerAsync(Arrivals.Text("快", from: "lisi", id: 3)));
        Assert.False(next.IsCompleted);
        _answer.SetResult("");

        Assert.Equal("慢", await slow);
        Assert.Equal("快", await next);
        Assert.Equal(["lisi快", "zhangsan慢", "zhangsan快"], order);
    }

    [Fact]
    public async Task Deliver_Handlers_ArePersistedEncrypted()
    {
        await using (var bot = await DurableBot.StartAsync(_file, bot => bot.OnText((TextMessage message) => message.Content)))
            await bot.AnswerAsync(Arrivals.Text("a very secret sentence"));

        Assert.DoesNotContain("a very secret sentence", await _file.ReadAllAsync(), StringComparison.Ordinal);
        Assert.Equal(1, _file.Scalar<long>("select count(*) from bots_inbox where State = 1 and Raw is not null"));
        // The answer is there too: the next process gives it to a redelivery.
        await using var next = await DurableBot.StartAsync(_file, bot => bot.OnText(() => "another answer"));
        Assert.Equal("a very secret sentence", await next.AnswerAsync(Arrivals.Text("a very secret sentence")));
    }

    [Fact]
    public async Task CleanOnceAsync_AfterSevenDays_DeletesWhatPeopleWrote()
    {
        var time = new ManualTimeProvider();
        await using var bot = await DurableBot.StartAsync(_file, bot =>
        {
            bot.OnText("坏", string () => throw new InvalidTimeZoneException());
            bot.OnText(() => "答");
        }, time: time);
        await bot.AnswerAsync(Arrivals.Text("问"));
        await bot.AnswerAsync(Arrivals.Text("坏", id: 2));

        time.Advance(TimeSpan.FromDays(6));
        await bot.CleanOnceAsync();
        Assert.Equal(2, _file.Scalar<long>("select count(*) from bots_inbox where Raw is not null"));
        time.Advance(TimeSpan.FromDays(2));
        await bot.CleanOnceAsync();

        Assert.Equal(1, _file.Scalar<long>("select count(*) from bots_inbox"));
        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_inbox where Raw is not null or Answer is not null"));
    }

    private static Task CreateEffectsAsync(DurableBot bot) =>
        bot.Store.WriteAsync(db => db.Execute($"create table effects (person text)"), TestContext.Current.CancellationToken);

    private static string Count(BotContext context)
    {
        context.OnCommit(db => db.Execute($"insert into effects values ({context.User.Id})"));
        return "counted";
    }
}
