using System.Text;
using Hongyan.Bots.Tests.Support;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Delivery;

public sealed class RobotAnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeliverAsync_WhoeverOpensTheChat_IsGreetedWithText()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.On<EnterChatEvent>(() => "欢迎");

        Assert.Equal(
            """{"msgtype":"text","text":{"content":"欢迎"}}""",
            Encoding.UTF8.GetString((await robot.DeliverAsync(RobotArrivals.EnterChat(), Cancelled).SoonAsync()).Span));
    }

    [Fact]
    public async Task DeliverAsync_TextForACardClick_IsSentThroughTheAddress()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.On<TemplateCardEvent>(() => "收到");

        Assert.True((await robot.DeliverAsync(RobotArrivals.CardClick(), Cancelled).SoonAsync()).IsEmpty);

        var sent = Assert.Single(await robot.TakeOutboxAsync());
        Assert.Equal((new TextReply("收到"), new Uri(RobotArrivals.ResponseUrl)), (sent.Content, sent.ReplyTo));
    }

    [Fact]
    public async Task DeliverAsync_NewCardForACardClick_IsSentThroughTheAddress()
    {
        await using var robot = new DeliveringRobot();
        var card = new TextNoticeCard { MainTitle = "下一步", Action = "https://example.com" };
        robot.Bot.On<TemplateCardEvent>(() => new TemplateCardReply(card));

        Assert.True((await robot.DeliverAsync(RobotArrivals.CardClick(), Cancelled).SoonAsync()).IsEmpty);

        var sent = Assert.Single(await robot.TakeOutboxAsync());
        Assert.Equal((new TemplateCardReply(card), new Uri(RobotArrivals.ResponseUrl)), (sent.Content, sent.ReplyTo));
    }

    [Fact]
    public async Task DeliverAsync_CardForACardClick_UpdatesTheCard()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.On<TemplateCardEvent>(() => new UpdateTemplateCardReply(new TextNoticeCard { MainTitle = new CardTitle("已确认"), Action = "https://example.com" }));

        var json = Encoding.UTF8.GetString((await robot.DeliverAsync(RobotArrivals.CardClick(), Cancelled).SoonAsync()).Span);

        Assert.StartsWith("""{"response_type":"update_template_card","template_card":{"card_type":"text_notice","task_id":"t1",""", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_AnswerToARating_IsDroppedWithAnError()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.On<FeedbackEvent>(() => "谢谢");

        Assert.True((await robot.DeliverAsync(RobotArrivals.Feedback(), Cancelled).SoonAsync()).IsEmpty);
        Assert.Empty(await robot.TakeOutboxAsync());
        Assert.Single(robot.Log.At(LogLevel.Error));
    }

    [Fact]
    public async Task DeliverAsync_PictureByMediaId_IsNoAnswerOfARobot()
    {
        await using var robot = new DeliveringRobot(options => options.ErrorReply = "出错了");
        robot.Bot.OnText(() => new ImageReply("MEDIA"));

        Assert.Equal("出错了", (await robot.AnswerAsync(RobotArrivals.Text("问"))).Content);
    }

    [Fact]
    public async Task SendAsync_OneMessageBesideTheAnswer_GoesToTheAddressAndASecondIsRefused()
    {
        await using var robot = new DeliveringRobot(options => options.ErrorReply = "出错了");
        Exception? second = null, other = null;
        robot.Bot.OnText(async (BotContext context) =>
        {
            other = await Record.ExceptionAsync(() => context.SendAsync("lisi", "再说一句", Cancelled).AsTask());
            await context.SendAsync("再说一句", Cancelled);
            second = await Record.ExceptionAsync(() => context.SendAsync("还有一句", Cancelled).AsTask());
            return "答";
        });

        Assert.Equal("答", (await robot.AnswerAsync(RobotArrivals.Text("问"))).Content);

        Assert.Equal(new TextReply("再说一句"), Assert.Single(await robot.TakeOutboxAsync()).Content);
        Assert.IsType<HongyanException>(second);
        Assert.IsType<HongyanException>(other);
    }

    [Fact]
    public async Task DeliverAsync_Address_IsInNoLog()
    {
        await using var robot = new DeliveringRobot();
        robot.Bot.OnText(string () => throw new InvalidTimeZoneException("mine"));

        var message = RobotArrivals.Text("问");
        await robot.DeliverAsync(message, Cancelled).SoonAsync();

        Assert.DoesNotContain("SECRET", message.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", new OutgoingMessage(new UserRef("a", "b"), new TextReply("c")) { ReplyTo = new Uri(RobotArrivals.ResponseUrl) }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(robot.Log.Lines, line => $"{line.Text} {line.Exception}".Contains("SECRET", StringComparison.Ordinal));
    }
}
