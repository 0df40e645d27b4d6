using System.Text.RegularExpressions;
using Hongyan.Bots.Tests.Support;
using Hongyan.WeCom;

namespace Hongyan.Bots.Tests;

public sealed class BotTests
{
    [Fact]
    public void Describe_RoutesAndScopes_AreNumberedInTheirOrder()
    {
        using var bot = new RoutedBot();
        bot.Bot.Fallback(() => "what?");
        bot.Bot.OnText("ping", () => "pong");
        bot.Bot.OnText("天气  {city}", (string city) => city);
        var teachers = bot.Bot.When(context => context.User.Id == "teacher");
        teachers.OnText("群发 {text}", (string text) => text);
        teachers.When(context => context.User.Id.Length > 3).On<EnterAgentEvent>(() => "hello");
        teachers.Fallback(() => "what?");
        bot.Bot.OnText(new Regex("^a+$"), () => "a");
        bot.Bot.OnMenuClick("grades", () => "A");

        Assert.Equal("""
            1. text ping
            2. text 天气 {city}
            3. when context => context.User.Id == "teacher"
            3.1. text 群发 {text}
            3.2. when context => context.User.Id.Length > 3
            3.2.1. event EnterAgent
            3.3. fallback
            4. text /^a+$/
            5. menu grades
            6. fallback
            """, bot.Bot.Describe(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Describe_ConditionAndExpressionOfSeveralLines_TakeOneEach()
    {
        using var bot = new RoutedBot();
        bot.Bot.When(context =>
            context.User.Id == "a"
            || context.User.Id == "b").OnText(() => "text");
        bot.Bot.OnText(new Regex("^a # an a\r\n b", RegexOptions.IgnorePatternWhitespace), () => "ab");

        Assert.Equal("""
            1. when context => context.User.Id == "a" || context.User.Id == "b"
            1.1. text
            2. text /^a # an a b/
            """, bot.Bot.Describe(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Describe_NoRoutes_IsEmpty()
    {
        using var bot = new RoutedBot();

        Assert.Equal("", bot.Bot.Describe());
    }

    [Fact]
    public void OnError_Twice_Throws()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnError(() => "once");

        Assert.Equal("HY1005", Assert.Throws<HongyanStartupException>(() => bot.Bot.OnError(() => "twice")).Code);
    }

    [Fact]
    public void OnError_NarrowerException_ThrowsAtRegistration()
    {
        using var bot = new RoutedBot();

        Assert.Equal("HY1003", Assert.Throws<HongyanStartupException>(() => bot.Bot.OnError((TimeoutException late) => late.Message)).Code);
    }
}
