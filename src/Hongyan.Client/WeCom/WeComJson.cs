using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the answers of WeCom are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class WeComJson : JsonSerializerContext;

internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }
}
