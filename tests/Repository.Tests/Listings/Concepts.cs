using Hongyan.WeCom;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The listings of docs/concepts, a method for each page.</summary>
internal static class Concepts
{
    public static void ParseUnknown(Bot bot)
    {
        // <parse>
        bot.On<UnknownEvent>((UnknownEvent e) => e.EventType == "modify_whiteboard"
            ? $"白板 {e.Field("BoardId")} 改了"
            : null);
        // </parse>
    }

    public static void Middleware(Bot bot, HashSet<string> blocked)
    {
        // <middleware>
        bot.Use(async (ctx, next) =>
        {
            if (blocked.Contains(ctx.User.Id))
                return;                                  // 不往下传：没有回复

            await next(ctx);

            if (ctx.Reply is TextReply text)             // 处理函数的返回值在这里
                ctx.Reply = TextReply.Cut(text.Content);
        });
        // </middleware>
    }

    public static void Routes(Bot bot)
    {
        // <route>
        bot.OnText("天气 {city}", (string city) => $"{city}：晴");
        bot.OnText("天气", () => "哪个城市？例如：天气 广州");
        bot.OnMenuClick("grades", (UserRef user) => $"{user.Id} 的成绩还没有出来。");
        bot.On<EnterAgentEvent>(() => "你好，发「帮助」看看我会什么。");

        var night = bot.When(ctx => ctx.Incoming.CreatedAt.ToOffset(TimeSpan.FromHours(8)).Hour >= 22);
        night.Fallback(() => "已经下班了，明天九点回复你。");

        bot.Fallback((TextMessage m) => $"没听懂「{m.Content}」。");
        // </route>
    }

    public static void Handlers(Bot bot)
    {
        // <handler>
        bot.OnText("天气 {city}", (string city, WeatherService weather, CancellationToken ct) => weather.TodayAsync(city, ct));
        bot.OnText("加 {a} {b}", (int a, int b) => $"{a + b}");
        bot.OnImage((ImageMessage picture) => new ImageReply(picture.MediaId));
        bot.OnUnsubscribe((UserRef user, StaffList staff) => staff.Remove(user));
        // </handler>
    }

    public static void ReplyWith(Bot bot)
    {
        // <reply>
        bot.OnText("全文 {title}", (string title, Library library) => TextReply.Cut(library.Read(title)));
        bot.OnText("封面 {title}", (string title, Library library) =>
            library.CoverOf(title) is { } cover ? new ImageReply(cover) : Reply.None);
        // </reply>
    }
}
