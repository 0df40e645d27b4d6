using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A video (视频).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded video, or of one just received.</param>
public sealed record CustomerVideo(string MediaId) : CustomerMessage
{
    /// <summary>The media id of its small picture.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    internal override string MessageType => "video";

    internal override void Check(LimitCheck check) => check.Required("CustomerVideo.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("media_id"u8, MediaId);
        json.WriteOptional("thumb_media_id"u8, ThumbMediaId);
        json.WriteOptional("title"u8, Title);
        json.WriteOptional("description"u8, Description);
    }
}
