using Hongyan.Bots.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Delivery;

public sealed class ErrorHandlerTests
{
    [Fact]
    public async Task OnError_HandlerThrows_AnswersWithTheExceptionAndTheMessage()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "unused");
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException("mine"));
        bot.Bot.OnError((Exception error, Incoming incoming, UserRef user) => $"{error.Message} {((TextMessage)incoming).Content} {user.Id}");

        Assert.Equal("mine 问 zhangsan", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.IsType<InvalidTimeZoneException>(Assert.Single(bot.Log.At(LogLevel.Error)).Exception);
    }

    [Fact]
    public async Task OnError_ReturnsNothing_AnswersNothing()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "unused");
        bot.Bot.OnText((BotContext context) =>
        {
            context.Reply = "half done";
            throw new InvalidTimeZoneException();
        });
        var told = 0;
        bot.Bot.OnError(() => { told++; });

        Assert.Null(await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task OnError_ThrowsItself_AnswersErrorReplyAndLogsBoth()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了");
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException("first"));
        bot.Bot.OnError(async Task<string> (Exception _) =>
        {
            await Task.Yield();
            throw new InvalidTimeZoneException("second");
        });

        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Equal(["first", "second"], bot.Log.At(LogLevel.Error).Select(line => line.Exception?.Message));
    }

    [Fact]
    public async Task OnError_ForOneKindOfMessage_LeavesTheOthersToErrorReply()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了");
        bot.Bot.OnMessage(string () => throw new InvalidTimeZoneException());
        bot.Bot.OnError((TextMessage text) => $"text {text.Content}");

        Assert.Equal("text 问", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Message("image")));
    }

    [Fact]
    public async Task OnError_AfterTheHandlersTimeIsOver_HasTimeOfItsOwn()
    {
        await using var bot = new DeliveringBot(options => options.HandlerTimeout = TimeSpan.FromSeconds(30));
        bot.Bot.OnText((CancellationToken cancellationToken) => new TaskCompletionSource<string>().Task.WaitAsync(cancellationToken));
        bot.Bot.OnError(async (CancellationToken cancellationToken) =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return "reported";
        });

        var answer = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        bot.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("reported", DeliveringBot.TextOf(await answer.SoonAsync()));
    }

    [Fact]
    public async Task OnError_ReplyThatCannotBeWritten_AnswersErrorReply()
    {
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了");
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException());
        bot.Bot.OnError(() => new string('长', 700));

        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Text("问")));
    }
}
