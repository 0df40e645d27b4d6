using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A Wi-Fi that proves where somebody is.</summary>
public sealed record CheckInWifi
{
    /// <summary>The name.</summary>
    [JsonPropertyName("wifiname")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The MAC address.</summary>
    [JsonPropertyName("wifimac")]
    public string Address { get; init => field = value ?? ""; } = "";
}
