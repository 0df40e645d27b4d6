using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>The card of a member.</summary>
public sealed record ServiceBusinessCard : ServiceMessage
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }
}
