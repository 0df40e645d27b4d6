using Hongyan.WeCom;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The listings of docs/guides/robot.md.</summary>
internal static class Robot
{
    public static void Routes(Bot bot)
    {
        // <routes>
        bot.OnText("天气 {city}", (string city, WeatherService weather, CancellationToken ct) => weather.TodayAsync(city, ct));
        bot.OnText((TextMessage message) => Answer(message.Content));
        bot.On<EnterChatEvent>(() => "你好，我是小雁。单聊直接说，群里 @我。");
        bot.On<FeedbackEvent>((FeedbackEvent feedback, StaffList staff) => staff.Note($"{feedback.FeedbackId}: {feedback.Verdict}"));

        static async IAsyncEnumerable<string> Answer(string question)
        {
            yield return $"你问的是“{question}”。";
            await Task.Yield();                              // 这里通常在等模型的下一段
            yield return "我想想……";
        }
        // </routes>
    }

    public static void Files(Bot bot)
    {
        // <files>
        bot.On<FileMessage>(async (FileMessage file, RobotClient robot, CancellationToken ct) =>
        {
            await using var media = await robot.DownloadAsync(file.Url, ct);
            using var copy = new MemoryStream();
            await media.Content.CopyToAsync(copy, ct);       // 边下载边解密
            return $"收到《{media.FileName}》，{copy.Length} 字节。";
        });
        // </files>
    }

    public static void Answers(Bot bot)
    {
        // <answers>
        bot.OnText("日报", () => new StreamReply("今天一切正常。") { FeedbackId = "daily", Card = Card("日报") });
        bot.OnText("投票", () => new TemplateCardReply(Card("投票")));
        bot.On<TemplateCardEvent>((TemplateCardEvent click) => new UpdateTemplateCardReply(Card($"已选：{click.Key}")));
        // </answers>
    }

    private static TextNoticeCard Card(string title) => new() { MainTitle = new CardTitle(title), Action = "https://example.com", TaskId = "card-1" };
}
