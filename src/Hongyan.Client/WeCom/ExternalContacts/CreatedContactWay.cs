using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A contact way as it was made.</summary>
public sealed record CreatedContactWay
{
    /// <summary>The id, to change or delete it.</summary>
    [JsonPropertyName("config_id")]
    public required string ConfigId { get; init; }

    /// <summary>Where the QR code is; null for a mini program.</summary>
    [JsonPropertyName("qr_code")]
    public string? QrCodeUrl { get; init; }
}
