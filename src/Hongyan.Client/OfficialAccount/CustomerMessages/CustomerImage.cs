using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A picture (图片).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded picture, or of one just received.</param>
public sealed record CustomerImage(string MediaId) : CustomerMessage
{
    internal override string MessageType => "image";

    internal override void Check(LimitCheck check) => check.Required("CustomerImage.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
