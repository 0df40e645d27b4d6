using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the answers of WeCom are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(PictureAnswer))]
internal sealed partial class WeComJson : JsonSerializerContext;

internal sealed record UploadAnswer
{
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>Seconds since 1970, as text.</summary>
    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    public static UploadedMedia Read(ReadOnlyMemory<byte> json, MediaType type, TimeProvider time)
    {
        var answer = JsonSerializer.Deserialize(json.Span, WeComJson.Default.UploadAnswer);
        if (string.IsNullOrEmpty(answer?.MediaId))
            throw new JsonException("The answer has no media_id.");
        var createdAt = answer.CreatedAt is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : time.GetUtcNow();
        return new UploadedMedia(answer.MediaId, type, createdAt);
    }
}

internal sealed record PictureAnswer
{
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    public static Uri Read(ReadOnlyMemory<byte> json) =>
        Uri.TryCreate(JsonSerializer.Deserialize(json.Span, WeComJson.Default.PictureAnswer)?.Url, UriKind.Absolute, out var url)
            ? url
            : throw new JsonException("The answer has no url.");
}
