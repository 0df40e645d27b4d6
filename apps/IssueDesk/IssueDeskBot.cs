using System.Text.RegularExpressions;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.WeCom;

namespace Hongyan.IssueDesk;

/// <summary>What a person can say to the desk, in the order in which it is tried.</summary>
internal static partial class IssueDeskBot
{
    public static void Map(Bot bot, RateLimit limit)
    {
        bot.Use(limit.RunAsync);
        bot.On<EnterAgentEvent>((BotContext context, Welcomes welcomes) => welcomes.Answer(context));
        bot.On<TemplateCardEvent>((BotContext context, TemplateCardEvent click, CardClicks clicks) => clicks.AnswerAsync(context, click));
        bot.OnText("帮助", (DeskTexts texts) => TextReply.Cut(texts.Get("Help")));
        bot.OnText("help", (DeskTexts texts) => TextReply.Cut(texts.Get("Help")));
        bot.OnText("我的bug", (BotContext context, MyBugs bugs) => bugs.ListAsync(context));
        bot.OnText("撤销", (BotContext context, MyBugs bugs) => bugs.UndoAsync(context));
        bot.OnText(IssueKey(), (BotContext context, string key, MyBugs bugs) => bugs.ShowAsync(context, key));
        bot.OnText(CommentOnIssue(), (BotContext context, string key, string text, MyBugs bugs) => bugs.CommentAsync(context, key, text));
        bot.OnText((BotContext context, TextMessage message, DraftConversation conversation) => conversation.AnswerAsync(context, message));
        bot.OnImage((BotContext context, ImageMessage image, DraftAttachments attachments) => attachments.AddAsync(context, "image", image.MediaId));
        bot.OnVoice((BotContext context, VoiceMessage voice, DraftAttachments attachments) => attachments.AddAsync(context, "voice", voice.MediaId));
        bot.OnVideo((BotContext context, VideoMessage video, DraftAttachments attachments) => attachments.AddAsync(context, "video", video.MediaId));
        bot.On<UnknownMessage>((BotContext context, UnknownMessage message, DraftAttachments attachments) => attachments.AddAsync(context, "file", message.Field("MediaId") ?? ""));
    }

    [GeneratedRegex(@"^\s*(?<key>[A-Z][A-Z0-9_]{1,19}-\d{1,9})(?:\s*状态)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IssueKey();

    [GeneratedRegex(@"^\s*补充\s*(?<key>[A-Z][A-Z0-9_]{1,19}-\d{1,9})[\s,，:：]+(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentOnIssue();
}
