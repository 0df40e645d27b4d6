using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>An article that the account has published (发布), opened inside WeChat.</summary>
/// <param name="ArticleId">The article's id (article_id).</param>
public sealed record CustomerPublishedArticle(string ArticleId) : CustomerMessage
{
    internal override string MessageType => "mpnewsarticle";

    internal override void Check(LimitCheck check) => check.Required("CustomerPublishedArticle.ArticleId", ArticleId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("article_id"u8, ArticleId);
}
