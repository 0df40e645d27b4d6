using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A place.</summary>
public sealed record SyncedLocation
{
    /// <summary>Degrees.</summary>
    [JsonPropertyName("latitude")]
    public double Latitude { get; init; }

    /// <summary>Degrees.</summary>
    [JsonPropertyName("longitude")]
    public double Longitude { get; init; }

    /// <summary>What it is called.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where it is, in words.</summary>
    [JsonPropertyName("address")]
    public string Address { get; init => field = value ?? ""; } = "";
}
