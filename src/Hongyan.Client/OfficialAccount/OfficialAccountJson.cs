using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the answers about media are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MaterialAnswer))]
[JsonSerializable(typeof(VideoAnswer))]
internal sealed partial class OfficialAccountJson : JsonSerializerContext;

internal sealed record MaterialAnswer
{
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>In the place of <c>media_id</c> where it is a thumb.</summary>
    [JsonPropertyName("thumb_media_id")]
    public string? ThumbMediaId { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    public static TemporaryMaterial Read(ReadOnlyMemory<byte> json, MaterialType type, TimeProvider time)
    {
        var answer = JsonSerializer.Deserialize(json.Span, OfficialAccountJson.Default.MaterialAnswer);
        var mediaId = string.IsNullOrEmpty(answer?.MediaId) ? answer?.ThumbMediaId : answer.MediaId;
        if (string.IsNullOrEmpty(mediaId))
            throw new JsonException("The answer has no media_id.");
        return new TemporaryMaterial(mediaId, type, answer!.CreatedAt is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : time.GetUtcNow());
    }
}

internal sealed record VideoAnswer
{
    [JsonPropertyName("video_url")]
    public required string VideoUrl { get; init; }
}
