using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the answers of WeCom are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(UploadAnswer))]
internal sealed partial class WeComJson : JsonSerializerContext;

internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }
}

internal sealed record UploadAnswer
{
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>Seconds since 1970, as text.</summary>
    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }
}
