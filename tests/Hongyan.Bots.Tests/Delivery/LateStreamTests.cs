using Hongyan.Bots.Tests.Support;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Delivery;

/// <summary>What a stream can end with and a message through <c>response_url</c> cannot carry.</summary>
public sealed class LateStreamTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);
    private static readonly TemplateCard Card = new TextNoticeCard { MainTitle = new CardTitle("卡"), Action = "https://example.com" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeliverAsync_PicturesWhileThePlatformAsks_EndTheStream()
    {
        await using var robot = new DeliveringRobot();
        var (answer, id) = await BeginAsync(robot);

        answer.SetResult(Pictures("看图", 2));
        await Waiting.UntilAsync(() => robot.Refresh(id).IsFinished);

        Assert.Equal(2, robot.Refresh(id).Pictures);
        Assert.Empty(await robot.TakeOutboxAsync());
        Assert.Empty(robot.Log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task DeliverAsync_PicturesThatNobodyAsksFor_AreNamedInTheTextAndInTheLog()
    {
        await using var robot = new DeliveringRobot();

        var sent = await AnswerTooLateAsync(robot, Pictures("看图", 2));

        Assert.Equal(new TextReply("看图\n\n（另有 2 张图片没能送到：已经过了平台收图片的时间。）"), sent.Content);
        var warning = await WarningAsync(robot);
        Assert.Contains(" m1 ", warning, StringComparison.Ordinal);
        Assert.EndsWith("left behind: 2 pictures", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_PicturesWithoutATextThatNobodyAsksFor_AreNamedInAMessage()
    {
        await using var robot = new DeliveringRobot();

        var sent = await AnswerTooLateAsync(robot, Pictures("", 1));

        Assert.Equal(new TextReply("（另有 1 张图片没能送到：已经过了平台收图片的时间。）"), sent.Content);
        Assert.EndsWith("left behind: 1 pictures", await WarningAsync(robot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_TextPicturesAndCardThatNobodyAsksFor_SendsTheTextAndNamesTheRest()
    {
        await using var robot = new DeliveringRobot();

        var sent = await AnswerTooLateAsync(robot, Pictures("看图", 1) with { Card = Card });

        Assert.Equal(
            new TextReply("看图\n\n（另有 1 张图片没能送到：已经过了平台收图片的时间。）\n（另有一张卡片没能送到：已经过了平台收卡片的时间。）"), sent.Content);
        Assert.EndsWith("left behind: 1 pictures and a card", await WarningAsync(robot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_CardThatNobodyAsksFor_IsSentWithoutAWarning()
    {
        await using var robot = new DeliveringRobot();

        var sent = await AnswerTooLateAsync(robot, new StreamReply("") { Card = Card });

        Assert.Equal(new TemplateCardReply(Card), sent.Content);
        Assert.Empty(robot.Log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task DeliverAsync_LongTextWithPicturesThatNobodyAsksFor_IsCutBeforeTheNotice()
    {
        await using var robot = new DeliveringRobot();

        var sent = Assert.IsType<TextReply>((await AnswerTooLateAsync(robot, Pictures(new string('长', 6826), 3))).Content).Content;

        Assert.EndsWith("…\n\n（另有 3 张图片没能送到：已经过了平台收图片的时间。）", sent, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(sent), StreamReply.MaxBytes - 3, StreamReply.MaxBytes);
    }

    /// <summary>It is written once the outcome is committed, and the message may be sent before that.</summary>
    private static async Task<string> WarningAsync(DeliveringRobot robot)
    {
        await Waiting.UntilAsync(() => robot.Log.At(LogLevel.Warning).Any());
        return Assert.Single(robot.Log.At(LogLevel.Warning)).Text;
    }

    private static StreamReply Pictures(string content, int count) => new(content) { Pictures = [.. Enumerable.Repeat<ReadOnlyMemory<byte>>(new byte[] { 0xFF, 0xD8, 0xFF }, count)] };

    private static async Task<(TaskCompletionSource<Reply> Answer, string Id)> BeginAsync(DeliveringRobot robot)
    {
        var answer = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        robot.Bot.OnText(() => answer.Task);
        var first = robot.DeliverAsync(RobotArrivals.Text("问"), Cancelled);
        robot.Time.Advance(Budget);
        return (answer, RobotStream.Of(await first.SoonAsync()).Id);
    }

    private static async Task<OutgoingMessage> AnswerTooLateAsync(DeliveringRobot robot, Reply reply)
    {
        var (answer, _) = await BeginAsync(robot);
        robot.Time.Advance(TimeSpan.FromSeconds(31));
        answer.SetResult(reply);
        var sent = new List<OutgoingMessage>();
        await Waiting.UntilAsync(() =>
        {
            sent.AddRange(robot.TakeOutboxAsync().Result);
            return sent.Count > 0;
        });
        return Assert.Single(sent);
    }
}
