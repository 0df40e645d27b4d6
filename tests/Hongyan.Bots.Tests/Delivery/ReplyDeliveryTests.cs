using Hongyan.Bots.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Delivery;

public sealed class ReplyDeliveryTests
{
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private Task<string> SlowHandler()
    {
        Interlocked.Increment(ref _calls);
        return _answer.Task;
    }

    [Fact]
    public async Task DeliverAsync_Reply_GoesBackToWhoWrote()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => "答");

        var xml = DeliveringBot.XmlOf(await bot.DeliverAsync(Arrivals.Text("问", from: "lisi"), TestContext.Current.CancellationToken));

        Assert.Equal("lisi", xml.Element("ToUserName")?.Value);
        Assert.Equal("ww0123456789abcdef", xml.Element("FromUserName")?.Value);
        Assert.Equal($"{bot.Time.GetUtcNow().ToUnixTimeSeconds()}", xml.Element("CreateTime")?.Value);
        Assert.Equal("答", xml.Element("Content")?.Value);
    }

    [Fact]
    public async Task DeliverAsync_DuplicateWhileTheFirstRuns_JoinsItAndGetsTheSameAnswer()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(SlowHandler);

        var first = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        var second = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        _answer.SetResult("答");

        Assert.Equal("答", DeliveringBot.TextOf(await first.SoonAsync()));
        Assert.True((await first).Equals(await second.SoonAsync()));
        Assert.Equal(1, _calls);
        Assert.Contains(bot.Log.At(LogLevel.Information), line => line.Text.StartsWith("Dedupe:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DeliverAsync_DuplicateAfterwards_GetsTheStoredAnswer()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => $"answer {++_calls}");

        Assert.Equal("answer 1", await bot.AnswerAsync(Arrivals.Text("问")));
        bot.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("answer 1", await bot.AnswerAsync(Arrivals.Text("问")));
    }

    [Theory]
    [InlineData("zhangsan", 2L, "问")]
    [InlineData("lisi", 1L, "问")]
    [InlineData("zhangsan", 1L, "问?")]
    public async Task DeliverAsync_AnotherMessage_IsNoDuplicate(string from, long id, string content)
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => $"answer {++_calls}");

        await bot.AnswerAsync(Arrivals.Text("问", "zhangsan", 1));

        Assert.Equal("answer 2", await bot.AnswerAsync(Arrivals.Text(content, from, id)));
    }

    [Fact]
    public async Task DeliverAsync_SamePlaintextToTwoAccounts_IsTwoMessages()
    {
        await using var bot = new DeliveringBot();
        var other = bot.BotOf("other");
        bot.Bot.OnText(() => "demo");
        other.OnText(() => "other");

        Assert.Equal("demo", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Equal("other", DeliveringBot.TextOf(await bot.Delivery.DeliverAsync(other, Arrivals.Text("问"), CancellationToken.None).AsTask().SoonAsync()));
    }

    [Fact]
    public async Task DeliverAsync_PlatformHangsUp_TheHandlerGoesOnAndTheRetryGetsItsAnswer()
    {
        await using var bot = new DeliveringBot();
        var token = CancellationToken.None;
        bot.Bot.OnText((CancellationToken cancellationToken) =>
        {
            token = cancellationToken;
            return SlowHandler();
        });
        using var hangUp = new CancellationTokenSource();
        var first = bot.DeliverAsync(Arrivals.Text("问"), hangUp.Token);

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());
        Assert.False(token.IsCancellationRequested);
        var retry = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        _answer.SetResult("答");
        Assert.Equal("答", DeliveringBot.TextOf(await retry.SoonAsync()));
        Assert.Equal(1, _calls);
        Assert.Empty(bot.Log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task DeliverAsync_AnswerAfterTheHangUp_IsReportedAndKeptForTheRetry()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(SlowHandler);
        using var hangUp = new CancellationTokenSource();
        var first = bot.DeliverAsync(Arrivals.Text("问"), hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());
        bot.Time.Advance(TimeSpan.FromSeconds(7));

        _answer.SetResult("答");
        await bot.StopAsync(TestContext.Current.CancellationToken).SoonAsync();

        Assert.Equal("答", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Contains("after 7.0 s", Assert.Single(bot.Log.At(LogLevel.Warning)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_PlatformHasHungUpAlready_TheHandlerRunsAllTheSame()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => $"answer {++_calls}");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.DeliverAsync(Arrivals.Text("问"), new CancellationToken(canceled: true)));

        Assert.Equal("answer 1", await bot.AnswerAsync(Arrivals.Text("问")));
    }

    [Fact]
    public async Task DeliverAsync_HandlersTimeIsOver_EndsItsTokenAndAnswersErrorReply()
    {
        await using var bot = new DeliveringBot(options =>
        {
            options.HandlerTimeout = TimeSpan.FromSeconds(30);
            options.ErrorReply = "出错了，请稍后再试";
        });
        bot.Bot.OnText(async (CancellationToken cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return "never";
        });

        var answer = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        bot.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(answer.IsCompleted);
        bot.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("出错了，请稍后再试", DeliveringBot.TextOf(await answer.SoonAsync()));
        Assert.Equal(0, bot.Time.PendingTimers);
    }

    [Fact]
    public async Task DeliverAsync_HandlerIsDone_LeavesNoTimer()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => "答");

        await bot.AnswerAsync(Arrivals.Text("问"));

        Assert.Equal(0, bot.Time.PendingTimers);
    }

    public static TheoryData<string, Delegate> Throwing => new()
    {
        { "at once", string () => throw new InvalidTimeZoneException("mine") },
        { "before the first await", Task<string> () => throw new InvalidTimeZoneException("mine") },
        { "after an await", async Task<string> () => { await Task.Yield(); throw new InvalidTimeZoneException("mine"); } },
        { "in a ValueTask", async ValueTask () => { await Task.Yield(); throw new InvalidTimeZoneException("mine"); } },
        { "a cancellation", string () => throw new OperationCanceledException("mine") },
        { "a cancelled task", () => Task.FromCanceled<string>(new CancellationToken(canceled: true)) },
    };

    [Theory]
    [MemberData(nameof(Throwing))]
    public async Task DeliverAsync_HandlerThrows_AnswersErrorReplyAndLogsOnce(string how, Delegate handler)
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了，请稍后再试");
        bot.Bot.OnText(handler);

        Assert.Equal("出错了，请稍后再试", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Equal("出错了，请稍后再试", await bot.AnswerAsync(Arrivals.Text("问")));

        Assert.True(bot.Log.At(LogLevel.Error).Single().Exception is not null, how);
    }

    [Fact]
    public async Task DeliverAsync_HandlerThrowsAndNoErrorReplyIsSet_AnswersNothing()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException("mine"));

        Assert.True((await bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken)).IsEmpty);
    }

    [Fact]
    public async Task DeliverAsync_MiddlewareOrConditionThrows_AnswersErrorReply()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了");
        bot.Bot.When(context => context.User.Id == "condition" ? throw new InvalidTimeZoneException() : false);
        bot.Bot.Use((context, next) => context.User.Id == "middleware" ? throw new InvalidTimeZoneException() : next(context));
        bot.Bot.OnText(() => "答");

        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Text("问", from: "condition")));
        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Text("问", from: "middleware")));
        Assert.Equal("答", await bot.AnswerAsync(Arrivals.Text("问", from: "nobody")));
    }

    [Fact]
    public async Task DeliverAsync_NoRouteTakesIt_AnswersNothingAndSaysSoAtDebug()
    {
        await using var bot = new DeliveringBot();

        Assert.True((await bot.DeliverAsync(Arrivals.Event("enter_agent"), TestContext.Current.CancellationToken)).IsEmpty);
        Assert.Contains("no route for a EnterAgentEvent", Assert.Single(bot.Log.Lines).Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Debug, bot.Log.Lines[0].Level);
    }

    public static TheoryData<string, Reply> Unwritable => new()
    {
        { "too long", new TextReply(new string('长', 700)) },
        { "empty", new TextReply("") },
        { "null inside", new NewsReply([null!]) },
        { "no id", new ImageReply(null!) },
    };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task DeliverAsync_ReplyThatCannotBeWritten_IsLoggedAndErrorReplyAnswered(string what, Reply reply)
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了");
        bot.Bot.OnText(Reply () => reply);

        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.True(bot.Log.At(LogLevel.Error).Single().Exception is not null, what);
    }

    [Fact]
    public async Task DeliverAsync_ReplyThatCannotBeWrittenAndNoErrorReply_AnswersNothing()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => new string('长', 700));

        Assert.Null(await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Single(bot.Log.At(LogLevel.Error));
    }

    [Fact]
    public async Task DeliverAsync_ErrorReplyOverTheLimit_IsCut()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = new string('错', 1000));
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException());

        Assert.EndsWith("错…", await bot.AnswerAsync(Arrivals.Text("问")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_MessageFromNobody_IsAnsweredWithNothing()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.On<UnreadableMessage>(() => $"call {++_calls}");

        Assert.True((await bot.DeliverAsync(Arrivals.Unreadable(), TestContext.Current.CancellationToken)).IsEmpty);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task DeliverAsync_ServicesAreGone_AnswersNothingInsteadOfHanging()
    {
        var bot = new DeliveringBot();
        bot.Bot.OnText(() => "答");
        await bot.DisposeAsync();

        Assert.True((await bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken).SoonAsync()).IsEmpty);
        Assert.Single(bot.Log.At(LogLevel.Error));
    }
}
