using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Voice (语音).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded recording, or of one just received.</param>
public sealed record CustomerVoice(string MediaId) : CustomerMessage
{
    internal override string MessageType => "voice";

    internal override void Check(LimitCheck check) => check.Required("CustomerVoice.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
