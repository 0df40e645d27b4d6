using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>The rule that holds for one member on one day.</summary>
public sealed record CheckInOption
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>The rule; null where there is none.</summary>
    [JsonPropertyName("group")]
    public CheckInGroup? Group { get; init; }
}
