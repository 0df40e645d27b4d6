using Hongyan.WeCom;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The second screen of the README.</summary>
internal static class SchoolBot
{
    public static void Map(Bot bot, StaffList staff)
    {
        // <routes>
        bot.Use(async (ctx, next) =>                                        // before and after every handler, or instead of it
        {
            if (!staff.HasLeft(ctx.User))
                await next(ctx);
        });

        bot.OnText("天气 {city}", (string city, WeatherService weather, CancellationToken ct) => weather.TodayAsync(city, ct));
        bot.OnText("加 {a} {b}", (int a, int b) => $"{a + b}");              // 加 一 二 does not match, so the next route is tried
        bot.OnImage((ImageMessage picture) => new ImageReply(picture.MediaId));
        bot.OnMenuClick("grades", (UserRef user, GradeService grades) => grades.SummaryAsync(user));
        bot.On<EnterAgentEvent>(() => "你好！发「天气 广州」试试。");

        var teachers = bot.When(ctx => staff.IsTeacher(ctx.User));          // a scope: routes and middleware inside it
        teachers.OnText("点名 {name}", (string name, GradeService grades) => grades.MarkPresentAsync(name));

        bot.Fallback((TextMessage m) => $"没听懂「{m.Content}」。");
        // </routes>
    }
}
