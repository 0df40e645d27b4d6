using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What WeCom takes in the answer of a robot (智能机器人).</summary>
internal static class RobotReplyLimits
{
    private const string Page = "developer.work.weixin.qq.com/document/path/101031";
    private const int FeedbackBytes = 256;

    /// <exception cref="FieldLimitException">A field is too long, empty or out of range.</exception>
    public static void Check(Reply reply)
    {
        switch (reply)
        {
            case TextReply text:
                Of("a robot's text").Required("TextReply.Content", text.Content, StreamReply.MaxBytes, "Shorten it, or use Utf8Limit.Cut.");
                break;
            case StreamReply stream:
                Check(stream);
                break;
            case TemplateCardReply card:
                TemplateCardLimits.Check(card.Card, Page);
                Of("a robot's card").Optional("TemplateCardReply.FeedbackId", card.FeedbackId, FeedbackBytes);
                break;
            case UpdateTemplateCardReply update:
                TemplateCardLimits.Check(update.Card, Page);
                break;
        }
    }

    private static void Check(StreamReply stream)
    {
        var check = Of("a robot's answer");
        check.AnyOf("StreamReply.Content, Pictures, Card", !string.IsNullOrEmpty(stream.Content) || stream.Pictures.Count > 0 || stream.Card is not null);
        check.Optional("StreamReply.Content", stream.Content, StreamReply.MaxBytes, "Shorten it, or use Utf8Limit.Cut.");
        check.Optional("StreamReply.FeedbackId", stream.FeedbackId, FeedbackBytes);
        check.Count("StreamReply.Pictures", stream.Pictures.Count, 0, StreamReply.MaxPictures);
        for (var i = 0; i < stream.Pictures.Count; i++)
            check.Range($"StreamReply.Pictures[{i}] (bytes)", stream.Pictures[i].Length, 1, StreamReply.MaxPictureBytes);
        if (stream.Card is { } card)
            TemplateCardLimits.Check(card, Page);
    }

    private static LimitCheck Of(string subject) => new(subject, Page);
}
