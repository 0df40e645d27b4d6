using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>The card of a member.</summary>
public sealed record SyncedBusinessCard
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public string UserId { get; init => field = value ?? ""; } = "";
}
