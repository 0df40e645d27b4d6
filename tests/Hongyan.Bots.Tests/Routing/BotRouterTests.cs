using System.Text.RegularExpressions;
using Hongyan.Bots.Tests.Support;

namespace Hongyan.Bots.Tests.Routing;

public sealed class BotRouterTests
{
    [Fact]
    public async Task RouteAsync_SeveralRoutesFit_TheFirstAnswers()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("ping", () => "first");
        bot.Bot.OnText("{text}", () => "second");
        bot.Bot.OnText(() => "third");

        Assert.Equal("first", await bot.AnswerAsync("ping"));
        Assert.Equal("second", await bot.AnswerAsync("pong"));
    }

    [Fact]
    public async Task RouteAsync_NoRouteFits_AnswersNothing()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("ping", () => "pong");

        var context = await bot.RouteAsync(Arrivals.Text("pong"), TestContext.Current.CancellationToken);

        Assert.False(context.IsHandled);
        Assert.Equal(Reply.None, context.Reply);
    }

    [Fact]
    public async Task RouteAsync_Regex_ItsNamedGroupsAreTheCaptures()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(new Regex(@"^(\d+)楼(?<room>\d+)室$", RegexOptions.NonBacktracking), (int room) => $"room {room}");

        Assert.Equal("room 301", await bot.AnswerAsync("3楼301室"));
        Assert.Null(await bot.AnswerAsync("我在3楼301室"));
    }

    [Fact]
    public async Task RouteAsync_RegexGroupThatTookNoPart_IsNullOrEmptyOrNoMatch()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(new Regex("^a(?<n>[0-9]+)?$"), (int? n) => n is null ? "none" : $"{n}");
        bot.Bot.OnText(new Regex("^b(?<n>[0-9]+)?$"), (string n) => $"[{n}]");
        bot.Bot.OnText(new Regex("^c(?<n>[0-9]+)?$"), (int n) => $"{n}");

        Assert.Equal("7", await bot.AnswerAsync("a7"));
        Assert.Equal("none", await bot.AnswerAsync("a"));
        Assert.Equal("[]", await bot.AnswerAsync("b"));
        Assert.Equal("7", await bot.AnswerAsync("c7"));
        Assert.Null(await bot.AnswerAsync("c"));
    }

    [Fact]
    public async Task RouteAsync_Skip_LeavesTheMessageToTheNextRoute()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("ping", (BotContext context) =>
        {
            context.Skip();
            return "dropped";
        });
        bot.Bot.OnText(() => "next");

        Assert.Equal("next", await bot.AnswerAsync("ping"));
    }

    [Fact]
    public async Task RouteAsync_EveryRouteSkips_AnswersNothing()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText((BotContext context) =>
        {
            context.Skip();
            return "dropped";
        });

        var context = await bot.RouteAsync(Arrivals.Text("ping"), TestContext.Current.CancellationToken);

        Assert.False(context.IsHandled);
        Assert.Equal(Reply.None, context.Reply);
    }

    [Fact]
    public async Task RouteAsync_Scope_IsTriedAtItsPlaceForThoseWhoFit()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("before", () => "outer before");
        var teachers = bot.Bot.When(context => context.User.Id == "teacher");
        teachers.OnText("before", () => "inner before");
        teachers.OnText("after", () => "inner after");
        bot.Bot.OnText("after", () => "outer after");

        Assert.Equal("outer before", await bot.AnswerAsync(Arrivals.Text("before", from: "teacher")));
        Assert.Equal("inner after", await bot.AnswerAsync(Arrivals.Text("after", from: "teacher")));
        Assert.Equal("outer after", await bot.AnswerAsync(Arrivals.Text("after", from: "pupil")));
    }

    [Fact]
    public async Task RouteAsync_ScopeTakesNothing_GoesOnAfterIt()
    {
        using var bot = new RoutedBot();
        bot.Bot.When(_ => true).OnText("other", () => "inner");
        bot.Bot.OnText(() => "outer");

        Assert.Equal("outer", await bot.AnswerAsync("ping"));
    }

    [Fact]
    public async Task RouteAsync_NestedScopes_NeedBothConditions()
    {
        using var bot = new RoutedBot();
        bot.Bot.When(context => context.User.Id.StartsWith('t')).When(context => context.User.Id.EndsWith('1')).OnText(() => "both");

        Assert.Equal("both", await bot.AnswerAsync(Arrivals.Text("ping", from: "t1")));
        Assert.Null(await bot.AnswerAsync(Arrivals.Text("ping", from: "t2")));
        Assert.Null(await bot.AnswerAsync(Arrivals.Text("ping", from: "s1")));
    }

    [Fact]
    public async Task RouteAsync_Fallback_AnswersWhatNoRouteOfItsScopeTookWhereverItIsWritten()
    {
        using var bot = new RoutedBot();
        bot.Bot.Fallback(() => "outer fallback");
        var teachers = bot.Bot.When(context => context.User.Id == "teacher");
        teachers.Fallback(() => "inner fallback");
        teachers.OnText("ping", () => "inner");
        bot.Bot.OnText("ping", () => "outer");

        Assert.Equal("inner", await bot.AnswerAsync(Arrivals.Text("ping", from: "teacher")));
        Assert.Equal("inner fallback", await bot.AnswerAsync(Arrivals.Text("what", from: "teacher")));
        Assert.Equal("outer", await bot.AnswerAsync("ping"));
        Assert.Equal("outer fallback", await bot.AnswerAsync("what"));
        Assert.Equal("outer fallback", await bot.AnswerAsync(Arrivals.Message("image")));
    }

    [Fact]
    public async Task RouteAsync_FallbackThatSkips_LeavesTheMessageToTheOuterFallback()
    {
        using var bot = new RoutedBot();
        bot.Bot.When(_ => true).Fallback((BotContext context) => context.Skip());
        bot.Bot.Fallback(() => "outer");

        Assert.Equal("outer", await bot.AnswerAsync("what"));
    }

    [Fact]
    public async Task RouteAsync_Fallback_TakesNoEventUnlessItAsksForOne()
    {
        using var messages = new RoutedBot();
        messages.Bot.Fallback(() => "message");
        using var events = new RoutedBot();
        events.Bot.Fallback((IncomingEvent _) => "event");
        using var anything = new RoutedBot();
        anything.Bot.Fallback((Incoming _) => "anything");
        using var texts = new RoutedBot();
        texts.Bot.Fallback((TextMessage _) => "text");

        Assert.Null(await messages.AnswerAsync(Arrivals.Event("enter_agent")));
        Assert.Null(await messages.AnswerAsync(Arrivals.Unreadable()));
        Assert.Equal("message", await messages.AnswerAsync(Arrivals.Message("brand_new")));
        Assert.Equal("event", await events.AnswerAsync(Arrivals.Event("brand_new")));
        Assert.Null(await events.AnswerAsync("text"));
        Assert.Equal("anything", await anything.AnswerAsync(Arrivals.Event("enter_agent")));
        Assert.Equal("anything", await anything.AnswerAsync(Arrivals.Unreadable()));
        Assert.Equal("text", await texts.AnswerAsync("what"));
        Assert.Null(await texts.AnswerAsync(Arrivals.Message("image")));
    }

    [Fact]
    public async Task RouteAsync_HandlerThrows_TheExceptionComesOut()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(string () => throw new InvalidTimeZoneException("mine"));

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => bot.AnswerAsync("ping"));
    }
}
