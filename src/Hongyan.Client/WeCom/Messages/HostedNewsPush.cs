using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends articles whose pages the platform keeps (图文消息 mpnews).</summary>
/// <param name="Articles">1 to 8 articles; the first is shown large.</param>
public sealed record HostedNewsPush(params IReadOnlyList<HostedArticle> Articles) : GroupPush
{
    private const int MaxHtmlBytes = 666 * 1024;

    internal override string MessageType => "mpnews";

    internal override void Check(LimitCheck check)
    {
        check.Count("HostedNewsPush.Articles", Articles.Count, 1, NewsPush.MaxArticles);
        for (var i = 0; i < Articles.Count; i++)
        {
            var article = Articles[i];
            check.Required($"HostedNewsPush.Articles[{i}].Title", article.Title, 128, Advice.Cut);
            check.Required($"HostedNewsPush.Articles[{i}].PictureMediaId", article.PictureMediaId);
            check.Required($"HostedNewsPush.Articles[{i}].Html", article.Html, MaxHtmlBytes);
            check.Optional($"HostedNewsPush.Articles[{i}].Author", article.Author, 64);
            check.Optional($"HostedNewsPush.Articles[{i}].Digest", article.Digest, 512, Advice.Cut);
        }
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteStartArray("articles"u8);
        foreach (var article in Articles)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, article.Title);
            json.WriteString("thumb_media_id"u8, article.PictureMediaId);
            json.WriteOptional("author"u8, article.Author);
            json.WriteOptional("content_source_url"u8, article.SourceUrl);
            json.WriteString("content"u8, article.Html);
            json.WriteOptional("digest"u8, article.Digest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
