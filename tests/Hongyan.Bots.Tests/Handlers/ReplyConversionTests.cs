using Hongyan.Bots.Tests.Support;

namespace Hongyan.Bots.Tests.Handlers;

public sealed class ReplyConversionTests
{
    public static TheoryData<string, Delegate, Reply> Returned => new()
    {
        { "string", () => "答", new TextReply("答") },
        { "Reply", Reply () => new ImageReply("media"), new ImageReply("media") },
        { "a derived reply", () => new TextReply("答"), new TextReply("答") },
        { "a choice", (TextMessage message) => message.Content == "你好" ? "答" : Reply.None, new TextReply("答") },
        { "Task<string>", () => Task.FromResult("答"), new TextReply("答") },
        { "Task<Reply>", () => Task.FromResult<Reply>(new ImageReply("media")), new ImageReply("media") },
        { "Task<TextReply>", () => Task.FromResult(new TextReply("答")), new TextReply("答") },
        { "ValueTask<string>", () => ValueTask.FromResult("答"), new TextReply("答") },
        { "ValueTask<Reply>", () => ValueTask.FromResult<Reply>(new TextReply("答")), new TextReply("答") },
        { "ValueTask<TextReply>", () => ValueTask.FromResult(new TextReply("答")), new TextReply("答") },
        { "async Task<string>", async () => { await Task.Yield(); return "答"; }, new TextReply("答") },
        { "void", () => { }, Reply.None },
        { "Task", () => Task.CompletedTask, Reply.None },
        { "ValueTask", () => ValueTask.CompletedTask, Reply.None },
        { "async Task", async () => await Task.Yield(), Reply.None },
        { "a null string", string? () => null, Reply.None },
        { "an empty string", () => "", Reply.None },
        { "a null reply", Reply? () => null, Reply.None },
        { "a null Task", Task () => null!, Reply.None },
        { "a null Task<string>", Task<string> () => null!, Reply.None },
        { "a Task of null", () => Task.FromResult<string?>(null), Reply.None },
        { "a ValueTask of null", () => ValueTask.FromResult<Reply?>(null), Reply.None },
        { "Reply.None", () => Reply.None, Reply.None },
        { "IAsyncEnumerable<string>", () => Pieces("鸿", "", "雁"), new TextReply("鸿雁") },
        { "Task<IAsyncEnumerable<string>>", () => Task.FromResult(Pieces("鸿", "雁")), new TextReply("鸿雁") },
        { "ValueTask<IAsyncEnumerable<string>>", () => ValueTask.FromResult(Pieces("鸿", "雁")), new TextReply("鸿雁") },
        { "no pieces", () => Pieces(), Reply.None },
        { "null pieces", () => Pieces(null!, "雁"), new TextReply("雁") },
        { "a null IAsyncEnumerable", IAsyncEnumerable<string> () => null!, Reply.None },
        { "a null Task<IAsyncEnumerable>", Task<IAsyncEnumerable<string>> () => null!, Reply.None },
        { "more pieces than a text takes, where nothing can be sent", () => Pieces(new string('长', 600), new string('长', 600)), TextReply.Cut(new string('长', 1200)) },
    };

    private static async IAsyncEnumerable<string> Pieces(params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }

    [Theory]
    [MemberData(nameof(Returned))]
    public async Task OnText_WhatTheHandlerReturns_IsTheReply(string returned, Delegate handler, Reply expected)
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(handler);

        var context = await bot.RouteAsync(Arrivals.Text("你好"), TestContext.Current.CancellationToken);

        Assert.True(expected == context.Reply, $"{returned}: {context.Reply}");
        Assert.True(context.IsHandled, returned);
    }

    public static TheoryData<string, Delegate> NotReturnable => new()
    {
        { "Int32", () => 1 },
        { "Object", object () => "text" },
        { "Task<Int32>", () => Task.FromResult(1) },
        { "ValueTask<Object>", () => ValueTask.FromResult(new object()) },
        { "List<String>", () => new List<string>() },
        { "IAsyncEnumerable<Int32>", IAsyncEnumerable<int> () => throw new InvalidOperationException() },
        { "Task<IAsyncEnumerable<Int32>>", Task<IAsyncEnumerable<int>> () => throw new InvalidOperationException() },
    };

    [Theory]
    [MemberData(nameof(NotReturnable))]
    public void OnText_ReturnTypeThatIsNoReply_ThrowsWithTheAllowedOnes(string type, Delegate handler)
    {
        using var bot = new RoutedBot();

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText("你好", handler));

        Assert.Equal("HY1004", mistake.Code);
        Assert.Contains($"'text 你好': a handler cannot return {type}.", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("string, Reply", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnText_AsyncVoid_Throws()
    {
        using var bot = new RoutedBot();
        Action handler = async () => await Task.Yield();

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText(handler));

        Assert.Equal("HY1004", mistake.Code);
        Assert.Contains("async void", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnText_HandlerThatSetsTheReplyItself_KeepsIt()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText((BotContext context) => { context.Reply = "set"; });

        Assert.Equal("set", await bot.AnswerAsync("你好"));
    }
}
