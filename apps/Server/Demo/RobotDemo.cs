using System.Runtime.CompilerServices;
using Hongyan.WeCom;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Demo;

/// <summary>The demo bot of a robot (智能机器人): shows what arrives, and an answer that grows while it is read.</summary>
internal static class RobotDemo
{
    /// <summary>About as long as a model takes for a few words.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    public static void MapRobotDemo(this Bot bot)
    {
        bot.OnText("帮助", (IStringLocalizer<DemoTexts> texts) => texts["RobotHelp", bot.Describe()].Value);
        bot.OnText("help", (IStringLocalizer<DemoTexts> texts) => texts["RobotHelp", bot.Describe()].Value);
        bot.OnText("流", (IStringLocalizer<DemoTexts> texts, TimeProvider time, CancellationToken cancellationToken) => ReciteAsync(texts["RobotPoem"], time, cancellationToken));
        bot.OnText("计数", async (BotContext context, IDemoCounts counts, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            texts["Count", await counts.CountAsync(context, cancellationToken)].Value);
        bot.OnText((TextMessage message, IStringLocalizer<DemoTexts> texts) => texts["Echo", message.Content].Value);

        bot.OnVoice((VoiceMessage voice, IStringLocalizer<DemoTexts> texts) => texts["Echo", voice.Recognition].Value);
        bot.On<MixedMessage>((MixedMessage message, IStringLocalizer<DemoTexts> texts) =>
            texts["RobotMixed", message.Text, message.Items.Count(item => item.PictureUrl.Length > 0)].Value);
        bot.OnImage((ImageMessage image, RobotClient robot, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            WeighAsync(image.PictureUrl, robot, texts, cancellationToken));
        bot.OnVideo((VideoMessage video, RobotClient robot, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            WeighAsync(video.Url, robot, texts, cancellationToken));
        bot.On<FileMessage>((FileMessage file, RobotClient robot, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            WeighAsync(file.Url, robot, texts, cancellationToken));

        bot.On<EnterChatEvent>((IStringLocalizer<DemoTexts> texts) => texts["RobotWelcome"].Value);
    }

    private static async IAsyncEnumerable<string> ReciteAsync(string poem, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var line in poem.Split('\n'))
        {
            yield return line + "\n";
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Fetches and decrypts the whole file, to show that it can.</summary>
    private static async Task<string> WeighAsync(string url, RobotClient robot, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken)
    {
        try
        {
            await using var media = await robot.DownloadAsync(url, cancellationToken);
            var buffer = new byte[64 * 1024];
            long length = 0;
            for (int read; (read = await media.Content.ReadAsync(buffer, cancellationToken)) > 0;)
                length += read;
            return texts["RobotFile", media.FileName, length];
        }
        catch (Exception failure) when (failure is HongyanException or IOException or ArgumentException)
        {
            return texts["RobotFileNotFetched"];
        }
    }
}
