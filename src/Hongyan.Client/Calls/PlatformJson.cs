using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.Calls;

/// <summary>How the answers are read that all platforms give alike, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class PlatformJson : JsonSerializerContext;

internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }

    /// <summary>The token that an answer brings.</summary>
    /// <exception cref="JsonException">It brings none.</exception>
    public static AccessToken Read(ReadOnlyMemory<byte> json, TimeProvider time)
    {
        var answer = JsonSerializer.Deserialize(json.Span, PlatformJson.Default.TokenAnswer);
        return string.IsNullOrEmpty(answer?.AccessToken)
            ? throw new JsonException("The answer has no access_token.")
            : Hongyan.AccessToken.Issued(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn), time.GetUtcNow());
    }
}
