using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends voice (语音).</summary>
/// <param name="MediaId">The media id (素材) of uploaded voice, or of one just received.</param>
public sealed record VoicePush(string MediaId) : GroupPush
{
    internal override string MessageType => "voice";

    internal override void Check(LimitCheck check) => check.Required("VoicePush.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
