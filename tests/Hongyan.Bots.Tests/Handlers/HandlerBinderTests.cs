using System.Globalization;
using System.Linq.Expressions;
using System.Net;
using Hongyan.Bots.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Bots.Tests.Handlers;

public sealed class HandlerBinderTests
{
    private sealed class Weather
    {
        public string At { get; init; } = "晴";
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }

    private static string Echo(TextMessage message) => $"static {message.Content}";

    private static string Any(Incoming message) => $"any {message.FromUser}";

    private string Instance(TextMessage message) => $"{GetType().Name} {message.Content}";

    [Fact]
    public async Task OnText_EveryKindOfParameter_IsFilled()
    {
        using var cancel = new CancellationTokenSource();
        using var bot = new RoutedBot(services => services.AddScoped<Weather>());
        bot.Bot.OnText("天气 {city}", (BotContext context, CancellationToken token, TextMessage message, UserRef user, Account account, Weather weather, string city) =>
            $"{context.Incoming == message} {token == cancel.Token} {user.Account}/{user.Id} {account.Id} {weather.At} {city}");

        var context = await bot.RouteAsync(Arrivals.Text("天气 北京"), cancel.Token);

        Assert.Equal(new TextReply("True True demo/zhangsan ww0123456789abcdef 晴 北京"), context.Reply);
    }

    [Theory]
    [InlineData(typeof(Incoming))]
    [InlineData(typeof(IncomingMessage))]
    [InlineData(typeof(TextMessage))]
    public async Task OnText_TheMessageByAnyOfItsTypes_IsFilled(Type asked)
    {
        using var bot = new RoutedBot();
        var parameter = Expression.Parameter(asked, "message");
        var handler = Expression.Lambda(Expression.Property(parameter, nameof(Incoming.FromUser)), parameter).Compile();
        bot.Bot.OnText(handler);

        Assert.Equal("zhangsan", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_ServiceAndCaptureOfOneName_TheServiceWins()
    {
        using var bot = new RoutedBot(services => services.AddSingleton("from the services"));
        bot.Bot.OnText("天气 {city}", (string city) => city);

        Assert.Equal("from the services", await bot.AnswerAsync("天气 北京"));
    }

    [Fact]
    public async Task OnText_ScopedService_IsOfTheMessagesOwnScope()
    {
        using var bot = new RoutedBot(services => services.AddScoped<Counter>());
        bot.Bot.Use((context, next) =>
        {
            context.Services.GetRequiredService<Counter>().Value++;
            return next(context);
        });
        bot.Bot.OnText((Counter counter) => counter.Value.ToString(CultureInfo.InvariantCulture));

        Assert.Equal("1", await bot.AnswerAsync("a"));
        Assert.Equal("1", await bot.AnswerAsync("b"));
    }

    [Fact]
    public async Task OnText_ServiceProvider_IsTheMessagesOwnScope()
    {
        using var bot = new RoutedBot(services => services.AddScoped<Counter>());
        bot.Bot.OnText((IServiceProvider services, Counter counter) => ReferenceEquals(services.GetRequiredService<Counter>(), counter) ? "same" : "other");

        Assert.Equal("same", await bot.AnswerAsync("a"));
    }

    [Fact]
    public async Task OnText_KeyedService_IsTheOneWithTheKey()
    {
        using var bot = new RoutedBot(services => services
            .AddKeyedSingleton("south", new Weather { At = "雨" }).AddKeyedSingleton("north", new Weather { At = "雪" }));
        bot.Bot.OnText(([FromKeyedServices("north")] Weather weather) => weather.At);

        Assert.Equal("雪", await bot.AnswerAsync("天气"));
    }

    [Fact]
    public async Task OnText_ServiceKeyedByTheAccount_ComesBeforeTheOneWithoutAKey()
    {
        using var bot = new RoutedBot(services => services
            .AddSingleton(new Weather { At = "晴" }).AddKeyedSingleton("other", new Weather { At = "雨" })
            .AddKeyedSingleton(RoutedBot.Account.Name, new Weather { At = "雪" }));
        bot.Bot.OnText((Weather weather) => weather.At);

        Assert.Equal("雪", await bot.AnswerAsync("天气"));
    }

    [Fact]
    public async Task OnText_AllServicesOfAType_AreThoseWithoutAKey()
    {
        using var bot = new RoutedBot(services => services.AddSingleton(new Weather { At = "晴" }).AddSingleton(new Weather { At = "雨" }));
        bot.Bot.OnText((IEnumerable<Weather> all, IServiceScopeFactory _) => string.Concat(all.Select(weather => weather.At)));

        Assert.Equal("晴雨", await bot.AnswerAsync("天气"));
    }

    [Fact]
    public void OnText_ServiceKeyedByAnotherAccountOnly_ThrowsAtRegistration()
    {
        using var bot = new RoutedBot(services => services.AddKeyedSingleton("other", new Weather()));

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText((Weather weather) => weather.At));

        Assert.Equal("HY1003", mistake.Code);
    }

    [Fact]
    public void OnText_KeyedServiceThatIsMissing_ThrowsAtRegistration()
    {
        using var bot = new RoutedBot(services => services.AddKeyedSingleton("south", new Weather()));

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText(([FromKeyedServices("north")] Weather weather) => weather.At));

        Assert.Equal("HY1003", mistake.Code);
    }

    [Fact]
    public void OnText_UnknownParameter_ThrowsAtRegistration()
    {
        using var bot = new RoutedBot();

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText("天气 {city}", (string town) => town));

        Assert.Equal("HY1003", mistake.Code);
        Assert.StartsWith("HY1003: Route 'text 天气 {city}': parameter 'String town' is not the message, a {capture} in the pattern, or a registered service.",
            mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnText_UnknownGenericParameter_IsNamedAsItIsWritten()
    {
        using var bot = new RoutedBot();

        var generic = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText((Func<int, string> make) => make(1)));
        var nested = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText((Box<int>.Lid lid) => lid.ToString()));

        Assert.Contains("'Func<Int32, String> make'", generic.Message, StringComparison.Ordinal);
        Assert.Contains("'Lid lid'", nested.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnText_AnotherKindOfMessage_CanNeverBeFilled()
    {
        using var bot = new RoutedBot();

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText((ImageMessage image) => image.MediaId));

        Assert.Equal("HY1009", mistake.Code);
        Assert.Contains("'ImageMessage image'", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("TextMessage", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnMessage_NarrowerParameter_NarrowsTheRoute()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnMessage((ImageMessage image) => "picture");
        bot.Bot.OnMessage((IncomingMessage message) => "other");

        Assert.Equal("picture", await bot.AnswerAsync(Arrivals.Message("image")));
        Assert.Equal("other", await bot.AnswerAsync("text"));
    }

    [Fact]
    public void OnText_Exception_IsForOnErrorOnly()
    {
        using var bot = new RoutedBot();

        Assert.Equal("HY1003", Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText((Exception error) => error.Message)).Code);
    }

    [Fact]
    public async Task OnText_StaticMethodGroup_IsCalled()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(Echo);

        Assert.Equal("static 你好", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_InstanceMethodGroup_IsCalledOnItsObject()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText(Instance);

        Assert.Equal("HandlerBinderTests 你好", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_LocalFunctionWithClosure_IsCalled()
    {
        using var bot = new RoutedBot();
        var prefix = "local";
        string Local(TextMessage message) => $"{prefix} {message.Content}";
        bot.Bot.OnText(Local);

        Assert.Equal("local 你好", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_StaticMethodClosedOverItsFirstArgument_KeepsThatArgument()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("prefix".Join);

        Assert.Equal("prefix 你好", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_DelegateNarrowerThanItsMethod_IsCalled()
    {
        using var bot = new RoutedBot();
        Func<TextMessage, string> handler = Any;
        bot.Bot.OnText(handler);

        Assert.Equal("any zhangsan", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_DelegateOpenOverItsInstance_BindsTheInstance()
    {
        using var bot = new RoutedBot();
        var content = typeof(TextMessage).GetProperty(nameof(TextMessage.Content))!.GetMethod!.CreateDelegate<Func<TextMessage, string>>();
        bot.Bot.OnText(content);

        Assert.Equal("你好", await bot.AnswerAsync("你好"));
    }

    [Fact]
    public async Task OnText_Captures_BecomeWhatTheParametersAsk()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("查 {id} {on} {price} {from}", (Guid id, DateOnly on, decimal price, IPAddress from) =>
            string.Create(CultureInfo.InvariantCulture, $"{id:N} {on:yyyyMMdd} {price} {from}"));

        Assert.Equal("00000000000000000000000000000001 20260301 1.5 127.0.0.1",
            await bot.AnswerAsync("查 00000000-0000-0000-0000-000000000001 2026-03-01 1.5 127.0.0.1"));
    }

    [Fact]
    public async Task OnText_CaptureNames_AreFoundWhateverTheirCaseAndOrder()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("减 {First} {second}", (int second, int first) => $"{first - second}");

        Assert.Equal("5", await bot.AnswerAsync("减 8 3"));
    }

    [Fact]
    public async Task OnText_NullableCapture_IsFilled()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("加 {n}", (int? n) => $"{n + 1}");

        Assert.Equal("42", await bot.AnswerAsync("加 41"));
        Assert.Null(await bot.AnswerAsync("加 许多"));
    }

    [Fact]
    public async Task OnText_CaptureThatDoesNotParse_LeavesTheMessageToTheNextRoute()
    {
        using var bot = new RoutedBot();
        bot.Bot.OnText("加 {n}", (int n) => $"number {n}");
        bot.Bot.OnText("加 {text}", (string text) => $"text {text}");

        Assert.Equal("number 1", await bot.AnswerAsync("加 1"));
        Assert.Equal("text 许多", await bot.AnswerAsync("加 许多"));
    }

    [Fact]
    public async Task OnText_CaptureInAForeignCulture_ParsesAsEverywhere()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            using var bot = new RoutedBot();
            bot.Bot.OnText("加 {n}", (double n) => n.ToString(CultureInfo.InvariantCulture));

            Assert.Equal("1.5", await bot.AnswerAsync("加 1.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void OnText_CaptureThatNothingCanParse_ThrowsAtRegistration()
    {
        using var bot = new RoutedBot();

        var mistake = Assert.Throws<HongyanStartupException>(() => bot.Bot.OnText("级别 {level}", (DayOfWeek level) => level.ToString()));

        Assert.Equal("HY1003", mistake.Code);
        Assert.Contains("{level}", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("IParsable<T>", mistake.Message, StringComparison.Ordinal);
    }

    private sealed class Box<T>
    {
        public sealed class Lid
        {
            public T? Value { get; init; }
        }
    }
}

file static class Prefixes
{
    public static string Join(this string prefix, TextMessage message) => $"{prefix} {message.Content}";
}
