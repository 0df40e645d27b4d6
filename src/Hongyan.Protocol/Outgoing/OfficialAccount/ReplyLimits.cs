using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>What an Official Account takes in a passive reply.</summary>
internal static class ReplyLimits
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html";

    /// <summary>Since October 2018; what is more is not shown.</summary>
    private const int ArticlesForMessages = 1;

    /// <exception cref="FieldLimitException">A field is too long, empty or out of range.</exception>
    public static void Check(Reply reply, bool answersEvent)
    {
        switch (reply)
        {
            case TextReply text:
                Of("a passive text reply").Required("TextReply.Content", text.Content, TextReply.MaxBytes, "Shorten it, or use TextReply.Cut.");
                break;
            case ImageReply image:
                Of("a passive image reply").Required("ImageReply.MediaId", image.MediaId);
                break;
            case VoiceReply voice:
                Of("a passive voice reply").Required("VoiceReply.MediaId", voice.MediaId);
                break;
            case VideoReply video:
                Of("a passive video reply").Required("VideoReply.MediaId", video.MediaId);
                break;
            case MusicReply music:
                Of("a passive music reply").Required("MusicReply.ThumbMediaId", music.ThumbMediaId);
                break;
            case NewsReply news:
                Check(news, answersEvent);
                break;
        }
    }

    private static void Check(NewsReply news, bool answersEvent)
    {
        var check = Of(answersEvent ? "a passive news reply to an event" : "a passive news reply to a message");
        check.Count("NewsReply.Articles", news.Articles.Count, 1, answersEvent ? NewsReply.MaxArticles : ArticlesForMessages);
        for (var i = 0; i < news.Articles.Count; i++)
            check.Required($"NewsReply.Articles[{i}].Title", news.Articles[i].Title);
    }

    private static LimitCheck Of(string subject) => new(subject, Page);
}
