using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A recording (语音).</summary>
/// <param name="MediaId">The media id of temporary or permanent material.</param>
public sealed record MassVoice(string MediaId) : MassMessage
{
    internal override string MessageType => "voice";

    internal override void Check(LimitCheck check) => check.Required("MassVoice.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
