using Hongyan.Bots.Tests.Support;

namespace Hongyan.Bots.Tests.Routing;

public sealed class MiddlewareTests
{
    private readonly List<string> _order = [];

    private Func<BotContext, BotHandler, Task> Note(string name) => async (context, next) =>
    {
        _order.Add($"{name} in");
        await next(context);
        _order.Add($"{name} out");
    };

    [Fact]
    public async Task Use_SeveralTimes_RunsInTheOrderWritten()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use(Note("a"));
        bot.Bot.Use(Note("b"));
        bot.Bot.OnText(() => _order.Add("handler"));

        await bot.AnswerAsync("ping");

        Assert.Equal(["a in", "b in", "handler", "b out", "a out"], _order);
    }

    [Fact]
    public async Task Use_OnTheBot_RunsAroundMessagesThatNoRouteTakesToo()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use(Note("a"));

        await bot.AnswerAsync("ping");

        Assert.Equal(["a in", "a out"], _order);
    }

    [Fact]
    public async Task Use_OnAScope_RunsOnlyAroundItsHandlers()
    {
        using var bot = new RoutedBot();
        var scope = bot.Bot.When(_ => true);
        scope.Use(Note("scope"));
        scope.OnText("inner", () => _order.Add("inner"));
        scope.When(_ => true).OnText("nested", () => _order.Add("nested"));
        bot.Bot.OnText("outer", () => _order.Add("outer"));

        await bot.AnswerAsync("outer");
        await bot.AnswerAsync("nobody's");
        await bot.AnswerAsync("inner");
        await bot.AnswerAsync("nested");

        Assert.Equal(["outer", "scope in", "inner", "scope out", "scope in", "nested", "scope out"], _order);
    }

    [Fact]
    public async Task Use_OnNestedScopes_RunsFromTheOutsideIn()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use(Note("bot"));
        var outer = bot.Bot.When(_ => true);
        outer.Use(Note("outer"));
        var inner = outer.When(_ => true);
        inner.Use(Note("inner"));
        inner.Fallback(() => _order.Add("handler"));

        await bot.AnswerAsync("ping");

        Assert.Equal(["bot in", "outer in", "inner in", "handler", "inner out", "outer out", "bot out"], _order);
    }

    [Fact]
    public async Task Use_AfterNext_SeesAndReplacesTheReply()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use(async (context, next) =>
        {
            await next(context);
            context.Reply = $"[{((TextReply)context.Reply).Content} {context.IsHandled}]";
        });
        bot.Bot.OnText(() => "pong");

        Assert.Equal("[pong True]", await bot.AnswerAsync("ping"));
    }

    [Fact]
    public async Task Use_WithoutNext_ReachesNoHandler()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use((context, _) =>
        {
            context.Reply = "closed";
            return Task.CompletedTask;
        });
        bot.Bot.OnText(() => _order.Add("handler"));

        Assert.Equal("closed", await bot.AnswerAsync("ping"));
        Assert.Empty(_order);
    }

    [Fact]
    public async Task Use_NextTwice_Throws()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use(async (context, next) =>
        {
            await next(context);
            await next(context);
        });
        bot.Bot.OnText(() => _order.Add("handler"));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => bot.AnswerAsync("ping"));

        Assert.Contains("next twice", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["handler"], _order);
    }

    [Fact]
    public async Task Use_AroundAHandlerThatThrows_SeesTheException()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (InvalidTimeZoneException)
            {
                context.Reply = "caught";
            }
        });
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException());

        Assert.Equal("caught", await bot.AnswerAsync("ping"));
    }

    [Fact]
    public async Task Use_Items_ReachTheHandler()
    {
        using var bot = new RoutedBot();
        bot.Bot.Use((context, next) =>
        {
            context.Items["tenant"] = "north";
            return next(context);
        });
        bot.Bot.OnText((BotContext context) => (string?)context.Items["tenant"]);

        Assert.Equal("north", await bot.AnswerAsync("ping"));
    }
}
