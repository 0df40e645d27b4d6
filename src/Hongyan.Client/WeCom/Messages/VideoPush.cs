using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends a video (视频).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded video, or of one just received.</param>
public sealed record VideoPush(string MediaId) : GroupPush
{
    /// <summary>The title; max. 128 bytes of UTF-8, which the platform would cut.</summary>
    public string? Title { get; init; }

    /// <summary>The description; max. 512 bytes of UTF-8, which the platform would cut.</summary>
    public string? Description { get; init; }

    internal override string MessageType => "video";

    internal override void Check(LimitCheck check)
    {
        check.Required("VideoPush.MediaId", MediaId);
        check.Optional("VideoPush.Title", Title, 128, Advice.Cut);
        check.Optional("VideoPush.Description", Description, 512, Advice.Cut);
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("media_id"u8, MediaId);
        json.WriteOptional("title"u8, Title);
        json.WriteOptional("description"u8, Description);
    }
}
