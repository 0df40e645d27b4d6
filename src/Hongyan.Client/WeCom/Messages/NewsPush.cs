using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends articles that open pages (图文); it cannot be confidential.</summary>
/// <param name="Articles">1 to 8 articles; the first is shown large.</param>
public sealed record NewsPush(params IReadOnlyList<PushArticle> Articles) : GroupPush
{
    /// <summary>Articles that one message takes.</summary>
    public const int MaxArticles = 8;

    internal override string MessageType => "news";

    internal override void Check(LimitCheck check)
    {
        check.Count("NewsPush.Articles", Articles.Count, 1, MaxArticles);
        for (var i = 0; i < Articles.Count; i++)
        {
            var article = Articles[i];
            check.Required($"NewsPush.Articles[{i}].Title", article.Title, 128, Advice.Cut);
            check.Optional($"NewsPush.Articles[{i}].Description", article.Description, 512, Advice.Cut);
            check.Optional($"NewsPush.Articles[{i}].PictureUrl", article.PictureUrl, 2048);
            if (article.Link.AppId is null)
                check.Required($"NewsPush.Articles[{i}].Link.Url", article.Link.Url, 2048);
            else
                check.Required($"NewsPush.Articles[{i}].Link.PagePath", article.Link.PagePath);
        }
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteStartArray("articles"u8);
        foreach (var article in Articles)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, article.Title);
            json.WriteOptional("description"u8, article.Description);
            json.WriteOptional("url"u8, article.Link.Url);
            json.WriteOptional("appid"u8, article.Link.AppId);
            json.WriteOptional("pagepath"u8, article.Link.PagePath);
            json.WriteOptional("picurl"u8, article.PictureUrl);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
