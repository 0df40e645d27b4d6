using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Articles from the account's material (图文素材), opened inside WeChat.</summary>
/// <param name="MediaId">The media id (素材) of the articles.</param>
public sealed record CustomerMaterialNews(string MediaId) : CustomerMessage
{
    internal override string MessageType => "mpnews";

    internal override void Check(LimitCheck check) => check.Required("CustomerMaterialNews.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
