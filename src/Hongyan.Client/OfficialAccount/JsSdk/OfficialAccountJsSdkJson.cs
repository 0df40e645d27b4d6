using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the tickets of the JS-SDK are read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TicketAnswer))]
internal sealed partial class OfficialAccountJsSdkJson : JsonSerializerContext;

internal sealed record TicketAnswer
{
    [JsonPropertyName("ticket")]
    public string? Ticket { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }
}
