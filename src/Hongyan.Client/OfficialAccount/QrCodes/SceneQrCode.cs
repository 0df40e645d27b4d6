using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>A QR code with a scene. Whoever scans it causes a <c>SubscribeEvent</c> or a scan event that names the scene.</summary>
public sealed record SceneQrCode
{
    /// <summary>Its ticket; <see cref="OfficialAccountQrCodes.CreateImageUrl"/> makes the picture's address of it, and events bring it.</summary>
    [JsonPropertyName("ticket")]
    public required string Ticket { get; init; }

    /// <summary>What the picture says, for drawing a picture of one's own.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>How long it works; null for a permanent one.</summary>
    [JsonPropertyName("expire_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? Lifetime { get; init; }
}
