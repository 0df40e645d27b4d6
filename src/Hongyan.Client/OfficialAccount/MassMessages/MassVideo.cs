using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A video (视频).</summary>
/// <param name="MediaId">What <see cref="OfficialAccountMassMessages.PrepareVideoAsync"/> gives for an uploaded video, which gives it a title.</param>
public sealed record MassVideo(string MediaId) : MassMessage
{
    internal override string MessageType => "mpvideo";

    internal override void Check(LimitCheck check) => check.Required("MassVideo.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);
}
