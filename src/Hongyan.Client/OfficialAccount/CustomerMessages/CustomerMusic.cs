using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Music (音乐) that plays in the conversation.</summary>
public sealed record CustomerMusic : CustomerMessage
{
    /// <summary>The media id of the cover, a JPG of at most 64 KB.</summary>
    public required string ThumbMediaId { get; init; }

    /// <summary>The address of the recording.</summary>
    public required string MusicUrl { get; init; }

    /// <summary>The address of a better recording, played over Wi-Fi; null takes <see cref="MusicUrl"/>.</summary>
    public string? HighQualityMusicUrl { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    internal override string MessageType => "music";

    internal override void Check(LimitCheck check)
    {
        check.Required("CustomerMusic.ThumbMediaId", ThumbMediaId);
        check.Required("CustomerMusic.MusicUrl", MusicUrl);
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteOptional("title"u8, Title);
        json.WriteOptional("description"u8, Description);
        json.WriteString("musicurl"u8, MusicUrl);
        json.WriteString("hqmusicurl"u8, HighQualityMusicUrl ?? MusicUrl);
        json.WriteString("thumb_media_id"u8, ThumbMediaId);
    }
}
