using System.Diagnostics;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What WeCom takes in a passive reply.</summary>
internal static class ReplyLimits
{
    private const string Page = "developer.work.weixin.qq.com/document/path/90241";
    private const int TitleBytes = 128;
    private const int DescriptionBytes = 512;
    private const int UrlBytes = 2048;

    /// <exception cref="FieldLimitException">A field is too long, empty or out of range.</exception>
    public static void Check(Reply reply)
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
                Check(video);
                break;
            case NewsReply news:
                Check(news);
                break;
            case UpdateButtonReply button:
                Of("a button update").Required("UpdateButtonReply.ButtonText", button.ButtonText);
                break;
            case UpdateTaskCardReply task:
                Of("a task card update").Required("UpdateTaskCardReply.ButtonText", task.ButtonText);
                break;
            case UpdateTemplateCardReply update:
                TemplateCardLimits.Check(update.Card, Page);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Check(VideoReply video)
    {
        var check = Of("a passive video reply");
        check.Required("VideoReply.MediaId", video.MediaId);
        check.Optional("VideoReply.Title", video.Title, TitleBytes, CutAdvice);
        check.Optional("VideoReply.Description", video.Description, DescriptionBytes, CutAdvice);
    }

    private static void Check(NewsReply news)
    {
        var check = Of("a passive news reply");
        check.Count("NewsReply.Articles", news.Articles.Count, 1, NewsReply.MaxArticles);
        for (var i = 0; i < news.Articles.Count; i++)
        {
            var article = news.Articles[i];
            check.Required($"NewsReply.Articles[{i}].Title", article.Title, TitleBytes, CutAdvice);
            check.Optional($"NewsReply.Articles[{i}].Description", article.Description, DescriptionBytes, CutAdvice);
            check.Optional($"NewsReply.Articles[{i}].Url", article.Url, UrlBytes);
            check.Optional($"NewsReply.Articles[{i}].PictureUrl", article.PictureUrl, UrlBytes);
        }
    }

    private const string CutAdvice = "Shorten it, or use Utf8Limit.Cut.";

    private static LimitCheck Of(string subject) => new(subject, Page);
}
