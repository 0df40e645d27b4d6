using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A place.</summary>
public sealed record ServiceLocation : ServiceMessage
{
    /// <summary>What it is called.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Where it is, in words.</summary>
    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>Degrees, -90 to 90.</summary>
    [JsonPropertyName("latitude")]
    public required double Latitude { get; init; }

    /// <summary>Degrees, -180 to 180.</summary>
    [JsonPropertyName("longitude")]
    public required double Longitude { get; init; }
}
