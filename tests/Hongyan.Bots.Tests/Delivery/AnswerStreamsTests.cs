using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Hongyan.Bots.Tests.Support;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Delivery;

public sealed class AnswerStreamsTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);

    private readonly Channel<string> _pieces = Channel.CreateUnbounded<string>();
    private int _calls;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IAsyncEnumerable<string> Pieces()
    {
        Interlocked.Increment(ref _calls);
        return _pieces.Reader.ReadAllAsync();
    }

    private static async IAsyncEnumerable<string> Words(params string[] words)
    {
        foreach (var word in words)
        {
            yield return word;
            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task DeliverAsync_PiecesThatAreAllThere_AreOneFinishedAnswer()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(() => Words("你", "", "好"));

        var answer = await robot.AnswerAsync(RobotArrivals.Text("问"));

        Assert.Equal(("stream", true, "你好"), (answer.Type, answer.IsFinished, answer.Content));
    }

    [Fact]
    public async Task DeliverAsync_FirstPiece_IsAnsweredAtOnceAndTheRestOnRefreshes()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(Pieces);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        Assert.False(first.IsCompleted);

        await _pieces.Writer.WriteAsync("一", Cancelled);
        var answer = RobotStream.Of(await first.SoonAsync());
        Assert.Equal((false, "一"), (answer.IsFinished, answer.Content));

        await SayAsync(robot, answer.Id, "二", "一二");
        await SayAsync(robot, answer.Id, "三", "一二三");
        _pieces.Writer.Complete();
        var end = await UntilFinishedAsync(robot, answer.Id);

        Assert.Equal(answer with { IsFinished = true, Content = "一二三" }, end);
        Assert.Equal(1, _calls);
        Assert.Empty(await robot.TakeOutboxAsync());
    }

    [Fact]
    public async Task DeliverAsync_PollAfterTheEnd_GetsTheEndAgain()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(Pieces);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        await _pieces.Writer.WriteAsync("答", Cancelled);
        var id = RobotStream.Of(await first.SoonAsync()).Id;
        _pieces.Writer.Complete();
        await UntilFinishedAsync(robot, id);
        robot.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((true, "答"), (robot.Refresh(id).IsFinished, robot.Refresh(id).Content));
    }

    [Fact]
    public async Task DeliverAsync_TwoPollsAtOnce_GetTheSame()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(Pieces);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        await _pieces.Writer.WriteAsync("答", Cancelled);
        var id = RobotStream.Of(await first.SoonAsync()).Id;

        var polls = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => robot.Refresh(id))));

        Assert.All(polls, poll => Assert.Equal((false, "答"), (poll.IsFinished, poll.Content)));
    }

    [Fact]
    public async Task DeliverAsync_MessageAgainWhileStreaming_GetsTheSameStream()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(Pieces);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        await _pieces.Writer.WriteAsync("答", Cancelled);
        var begun = RobotStream.Of(await first.SoonAsync());

        // A retry of a robot's message may differ in what is not its id.
        var again = await robot.AnswerAsync(RobotArrivals.Text("问", more: ",\"retry\":1"));

        Assert.Equal(begun, again);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task DeliverAsync_MessageAgainAfterTheEnd_GetsTheEnd()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(() => Words($"答 {++_calls}"));

        var first = await robot.AnswerAsync(RobotArrivals.Text("问"));

        Assert.Equal(first, await robot.AnswerAsync(RobotArrivals.Text("问", more: ",\"retry\":1")));
        Assert.Equal("答 2", (await robot.AnswerAsync(RobotArrivals.Text("问", id: "m2"))).Content);
    }

    [Fact]
    public async Task DeliverAsync_SlowString_GoesOnAsAStream()
    {
        await using var robot = new DeliveringRobot();
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        robot.Bot.OnText(() => answer.Task);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);

        robot.Time.Advance(Budget);
        var begun = RobotStream.Of(await first.SoonAsync());
        Assert.Equal((false, "正在想……"), (begun.IsFinished, begun.Content));
        Assert.Equal("正在想……", robot.Refresh(begun.Id).Content);
        answer.SetResult("答");

        Assert.Equal((true, "答"), ((await UntilFinishedAsync(robot, begun.Id)) is var end ? (end.IsFinished, end.Content) : default));
        Assert.Empty(await robot.TakeOutboxAsync());
    }

    [Fact]
    public async Task DeliverAsync_SlowCard_EndsTheStreamWithIt()
    {
        await using var robot = new DeliveringRobot();
        var answer = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        robot.Bot.OnText(() => answer.Task);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        robot.Time.Advance(Budget);
        var id = RobotStream.Of(await first.SoonAsync()).Id;

        answer.SetResult(new TemplateCardReply(new TextNoticeCard { MainTitle = new CardTitle("卡"), Action = "https://example.com" }));

        Assert.Equal("stream_with_template_card", (await UntilFinishedAsync(robot, id)).Type);
    }

    [Fact]
    public async Task DeliverAsync_NobodyAsksAnyMore_IsSentOnceThroughTheAddress()
    {
        await using var robot = new DeliveringRobot();
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        robot.Bot.OnText(() => answer.Task);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        robot.Time.Advance(Budget);
        var id = RobotStream.Of(await first.SoonAsync()).Id;
        robot.Time.Advance(TimeSpan.FromSeconds(31));

        answer.SetResult("答");
        var sent = Assert.Single(await UntilSentAsync(robot));

        Assert.Equal((new TextReply("答"), new Uri(RobotArrivals.ResponseUrl)), (sent.Content, sent.ReplyTo));
        Assert.True(robot.Refresh(id) is { IsFinished: true, Content: "这条回答花的时间太长，写好以后另发一条。" });
        Assert.True((await robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled).SoonAsync()).IsEmpty);
    }

    [Fact]
    public async Task DeliverAsync_SixMinutesAreOver_IsSentThroughTheAddressThoughItWasAskedForJustNow()
    {
        await using var robot = new DeliveringRobot(options => options.HandlerTimeout = TimeSpan.FromHours(1));
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        robot.Bot.OnText(() => answer.Task);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        robot.Time.Advance(Budget);
        var id = RobotStream.Of(await first.SoonAsync()).Id;
        robot.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.False(robot.Refresh(id).IsFinished);

        answer.SetResult("答");

        Assert.Equal(new TextReply("答"), Assert.Single(await UntilSentAsync(robot)).Content);
    }

    [Fact]
    public async Task DeliverAsync_LongAnswer_FillsTheBubbleAndTheRestFollows()
    {
        await using var robot = new DeliveringRobot();
        var text = string.Concat(Enumerable.Repeat("鸿雁😀", 3000));
        robot.Bot.OnText(() => Words(text[..9], text[9..]));

        var answer = await robot.AnswerAsync(RobotArrivals.Text("问"));
        Assert.Empty(await robot.TakeOutboxAsync());
        robot.Time.Advance(TimeSpan.FromSeconds(3));
        var rest = Assert.Single(await robot.TakeOutboxAsync());

        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Content), 20470, 20480);
        Assert.Equal(text, answer.Content + ((TextReply)rest.Content).Content);
        Assert.Equal(new Uri(RobotArrivals.ResponseUrl), rest.ReplyTo);
    }

    [Fact]
    public async Task DeliverAsync_LongAnswerWithoutAddress_IsCutVisibly()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(() => new string('长', 10_000));

        var answer = await robot.AnswerAsync(RobotArrivals.Text("问", isAnswerable: false));

        Assert.EndsWith("长…", answer.Content, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Content), 20470, 20480);
    }

    [Fact]
    public async Task DeliverAsync_LongAnswerWhileItGrows_NeverShowsMoreThanFits()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(Pieces);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        await _pieces.Writer.WriteAsync(new string('a', 20_479) + "\ud83d", Cancelled);
        var begun = RobotStream.Of(await first.SoonAsync());
        Assert.Equal(new string('a', 20_479), begun.Content);

        await _pieces.Writer.WriteAsync("\ude00尾", Cancelled);
        _pieces.Writer.Complete();
        var end = await UntilFinishedAsync(robot, begun.Id);
        robot.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(new string('a', 20_479), end.Content);
        Assert.Equal(new TextReply("😀尾"), Assert.Single(await robot.TakeOutboxAsync()).Content);
    }

    [Theory]
    [InlineData(null, "一\n\n出错了，没有答完，请再试一次。")]
    [InlineData("出错了，请稍后再试", "一\n\n出错了，请稍后再试")]
    public async Task DeliverAsync_ThrowsInTheMiddle_EndsWithWhatWasSaidAndTheError(string? errorReply, string expected)
    {
        await using var robot = new DeliveringRobot(options => options.ErrorReply = errorReply);
        robot.Bot.OnText(Pieces);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        await _pieces.Writer.WriteAsync("一", Cancelled);
        var id = RobotStream.Of(await first.SoonAsync()).Id;

        _pieces.Writer.Complete(new InvalidTimeZoneException("mine"));

        Assert.Equal(expected, (await UntilFinishedAsync(robot, id)).Content);
        Assert.Single(robot.Log.At(LogLevel.Error));
    }

    [Fact]
    public async Task DeliverAsync_HandlersTimeIsOver_EndsTheStream()
    {
        await using var robot = new DeliveringRobot(options => options.HandlerTimeout = TimeSpan.FromMinutes(1));
        var isCancelled = false;
        robot.Bot.OnText((CancellationToken cancellationToken) => Endless(cancellationToken));
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        var id = RobotStream.Of(await first.SoonAsync()).Id;
        robot.Time.Advance(TimeSpan.FromSeconds(45));
        Assert.False(robot.Refresh(id).IsFinished);

        robot.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.StartsWith("一", (await UntilFinishedAsync(robot, id)).Content, StringComparison.Ordinal);
        Assert.True(isCancelled);

        async IAsyncEnumerable<string> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return "一";
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }
            finally
            {
                isCancelled = cancellationToken.IsCancellationRequested;
            }
        }
    }

    [Fact]
    public async Task DeliverAsync_ReturnsNothingAfterAll_EndsTheStream()
    {
        await using var robot = new DeliveringRobot();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        robot.Bot.OnText(() => done.Task);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        robot.Time.Advance(Budget);
        var id = RobotStream.Of(await first.SoonAsync()).Id;

        done.SetResult();

        Assert.Equal("好了。", (await UntilFinishedAsync(robot, id)).Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("不是一个id")]
    public async Task DeliverAsync_StreamOfAnotherProcess_EndsPolitely(string id)
    {
        await using var robot = new DeliveringRobot();

        Assert.Equal(new RobotStream("stream", id, true, "这条回答中断了，请再问一次。"), robot.Refresh(id));
    }

    [Fact]
    public async Task DeliverAsync_StreamOfAnotherAccount_IsNotShown()
    {
        await using var robot = new DeliveringRobot();
        await using var other = new DeliveringRobot();
        robot.Bot.OnText(() => "秘密");
        var id = (await robot.AnswerAsync(RobotArrivals.Text("问"))).Id;

        Assert.DoesNotContain("秘密", other.Refresh(id).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_PlatformHangsUpBeforeTheFirstPiece_TheNextDeliveryGetsTheStream()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(Pieces);
        using var hangUp = new CancellationTokenSource();
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());

        var second = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        await _pieces.Writer.WriteAsync("答", Cancelled);

        Assert.Equal("答", RobotStream.Of(await second.SoonAsync()).Content);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task DeliverAsync_SecondMessageOfAPerson_WaitsItsTurnAsAStream()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText("一", Pieces);
        robot.Bot.OnText("二", () => "第二");
        var first = robot.DeliverAsync(RobotArrivals.Text("一"), Cancelled);
        var second = robot.DeliverAsync(RobotArrivals.Text("二", id: "m2"), Cancelled);
        robot.Time.Advance(Budget);
        var waiting = RobotStream.Of(await second.SoonAsync());
        Assert.False(waiting.IsFinished);

        _pieces.Writer.Complete();
        await first.SoonAsync();

        Assert.Equal("第二", (await UntilFinishedAsync(robot, waiting.Id)).Content);
    }

    /// <summary>Waits until a piece is seen.</summary>
    private async Task SayAsync(DeliveringRobot robot, string id, string piece, string seen)
    {
        await _pieces.Writer.WriteAsync(piece, Cancelled);
        await Waiting.UntilAsync(() => robot.Refresh(id).Content == seen);
    }

    private static async Task<RobotStream> UntilFinishedAsync(DeliveringRobot robot, string id)
    {
        await Waiting.UntilAsync(() => robot.Refresh(id).IsFinished);
        return robot.Refresh(id);
    }

    private static async Task<IReadOnlyList<OutgoingMessage>> UntilSentAsync(DeliveringRobot robot)
    {
        var sent = new List<OutgoingMessage>();
        await Waiting.UntilAsync(() =>
        {
            sent.AddRange(robot.TakeOutboxAsync().Result);
            return sent.Count > 0;
        });
        return sent;
    }
}
