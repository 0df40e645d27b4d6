using System.Text.RegularExpressions;
using Hongyan.Bots.Tests.Support;
using Hongyan.WeCom;

namespace Hongyan.Bots.Tests;

public sealed class BotScopeTests
{
    public static TheoryData<string, Action<Bot, Delegate>, string> Kinds => new()
    {
        { "image", (bot, handler) => bot.OnImage(handler), "image" },
        { "voice", (bot, handler) => bot.OnVoice(handler), "voice" },
        { "video", (bot, handler) => bot.OnVideo(handler), "video" },
        { "location", (bot, handler) => bot.OnLocation(handler), "location" },
        { "link", (bot, handler) => bot.OnLink(handler), "link" },
        { "event subscribe", (bot, handler) => bot.OnSubscribe(handler), "event Subscribe" },
        { "event unsubscribe", (bot, handler) => bot.OnUnsubscribe(handler), "event Unsubscribe" },
        { "event enter_agent", (bot, handler) => bot.On<EnterAgentEvent>(handler), "event EnterAgent" },
        { "brand_new", (bot, handler) => bot.On<UnknownMessage>(handler), "unknown" },
        { "event brand_new", (bot, handler) => bot.On<UnknownEvent>(handler), "event Unknown" },
        { "image", (bot, handler) => bot.OnMessage(handler), "any message" },
        { "brand_new", (bot, handler) => bot.OnMessage(handler), "any message" },
        { "event subscribe", (bot, handler) => bot.OnEvent(handler), "any event" },
        { "event brand_new", (bot, handler) => bot.OnEvent(handler), "any event" },
        { "event pic_weixin", (bot, handler) => bot.On<PictureEvent>(handler), "any PictureEvent" },
        { "event brand_new", (bot, handler) => bot.On<Incoming>(handler), "anything" },
        { "voice", (bot, handler) => bot.On<Incoming>(handler), "anything" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task On_OneKind_TakesItAndSaysSo(string arrival, Action<Bot, Delegate> register, string described)
    {
        using var bot = new RoutedBot();
        register(bot.Bot, () => "taken");
        var incoming = arrival.StartsWith("event ", StringComparison.Ordinal) ? Arrivals.Event(arrival["event ".Length..]) : Arrivals.Message(arrival);

        Assert.Equal("taken", await bot.AnswerAsync(incoming));
        Assert.Equal($"1. {described}", bot.Bot.Describe());
    }

    [Fact]
    public async Task On_OneKind_LeavesTheOthers()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnImage(() => "image");
        bot.Bot.OnMessage((TextMessage text) => "text");
        bot.Bot.OnEvent(() => "event");

        Assert.Null(await bot.AnswerAsync(Arrivals.Message("voice")));
        Assert.Null(await bot.AnswerAsync(Arrivals.Unreadable()));
        Assert.Equal("event", await bot.AnswerAsync(Arrivals.Event("click")));
    }

    [Fact]
    public async Task On_UnreadableMessage_TakesWhatIsNotXml()
    {
        using var bot = new RoutedBot();
        bot.Bot.On<UnreadableMessage>((UnreadableMessage message) => $"{message.Raw.Length} bytes");

        Assert.Equal("7 bytes", await bot.AnswerAsync(Arrivals.Unreadable()));
    }

    [Fact]
    public async Task OnMenuClick_Key_IsTakenAsWritten()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnMenuClick("grades", (MenuClickEvent click) => $"lower {click.Key}");
        bot.Bot.OnMenuClick("GRADES", () => "upper");

        Assert.Equal("lower grades", await bot.AnswerAsync(Arrivals.Event("click", "<EventKey><![CDATA[grades]]></EventKey>")));
        Assert.Equal("upper", await bot.AnswerAsync(Arrivals.Event("click", "<EventKey><![CDATA[GRADES]]></EventKey>")));
        Assert.Null(await bot.AnswerAsync(Arrivals.Event("click", "<EventKey><![CDATA[Grades]]></EventKey>")));
        Assert.Null(await bot.AnswerAsync(Arrivals.Event("view", "<EventKey><![CDATA[grades]]></EventKey>")));
    }

    public static TheoryData<string, Action<BotScope>> SameTwice => new()
    {
        { "a pattern", scope => scope.OnText("天气 {city}", (string city) => city) },
        { "every text", scope => scope.OnText(() => "text") },
        { "a regular expression", scope => scope.OnText(new Regex("a+"), () => "text") },
        { "a menu key", scope => scope.OnMenuClick("grades", () => "text") },
        { "a kind", scope => scope.On<ImageMessage>(() => "image") },
        { "a family", scope => scope.OnMessage(() => "message") },
        { "the fallback", scope => scope.Fallback(() => "fallback") },
    };

    [Theory]
    [MemberData(nameof(SameTwice))]
    public void On_TheSameTwiceInOneScope_Throws(string what, Action<BotScope> register)
    {
        using var bot = new RoutedBot();
        register(bot.Bot);
        register(bot.Bot.When(_ => true));

        Assert.True(Assert.Throws<HongyanStartupException>(() => register(bot.Bot)).Code == "HY1005", what);
    }

    [Fact]
    public void OnText_PatternThatDiffersInCaseOrWhiteSpaceOnly_IsTheSame()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("提 Bug", () => "1");

        Assert.Equal("HY1005", Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText("提\u3000 bug ", () => "2")).Code);
    }

    [Fact]
    public async Task OnText_RegularExpressionsThatDifferInCaseOrOptions_AreNotTheSame()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(new Regex(@"^\d$"), () => "digit");
        bot.Bot.OnText(new Regex(@"^\D$"), () => "no digit");
        bot.Bot.OnText(new Regex("^ab$"), () => "as written");
        bot.Bot.OnText(new Regex("^ab$", RegexOptions.IgnoreCase), () => "any case");
        bot.Bot.OnText("/^ab$/", () => "words");

        Assert.Equal("digit", await bot.AnswerAsync("1"));
        Assert.Equal("no digit", await bot.AnswerAsync("x"));
        Assert.Equal("as written", await bot.AnswerAsync("ab"));
        Assert.Equal("any case", await bot.AnswerAsync("AB"));
        Assert.Equal("words", await bot.AnswerAsync("/^ab$/"));
    }

    public static TheoryData<string, Action<Bot, BotScope>> Registrations => new()
    {
        { "OnText", (bot, _) => bot.OnText("late", () => "late") },
        { "OnText in a scope", (_, scope) => scope.OnText("late", () => "late") },
        { "On", (bot, _) => bot.On<ImageMessage>(() => "late") },
        { "Use", (bot, _) => bot.Use((context, next) => next(context)) },
        { "When", (bot, _) => bot.When(_ => true) },
        { "Fallback", (_, scope) => scope.Fallback(() => "late") },
        { "OnError", (bot, _) => bot.OnError(() => "late") },
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public void On_AfterTheFirstMessage_Throws(string what, Action<Bot, BotScope> register)
    {
        using var bot = new RoutedBot();
        var scope = bot.Bot.When(_ => true);
        bot.Bot.Start();

        Assert.True(Assert.Throws<HongyanStartupException>(() => register(bot.Bot, scope)).Code == "HY1008", what);
    }

    [Fact]
    public async Task On_WhileTheFirstMessageArrives_IsEitherInOrRefused()
    {
        for (var round = 0; round < 50; round++)
        {
            using var bot = new RoutedBot();
            var registered = 0;
            var registering = Task.Run(() =>
            {
                try
                {
                    while (true)
                        bot.Bot.OnText($"route {registered++}", () => "text");
                }
                catch (HongyanStartupException late)
                {
                    return late.Code;
                }
            }, TestContext.Current.CancellationToken);
            while (bot.Bot.Entries.Count == 0 && !registering.IsCompleted)
                await Task.Yield();

            bot.Bot.Start();
            var seen = bot.Bot.Entries.Count;

            Assert.Equal("HY1008", await registering.SoonAsync());
            Assert.Equal(seen, bot.Bot.Entries.Count);
        }
    }
}
