using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A place at which to check in.</summary>
public sealed record CheckInPlace
{
    /// <summary>Degrees.</summary>
    [JsonPropertyName("lat")]
    [JsonConverter(typeof(MicroDegreesConverter))]
    public double Latitude { get; init; }

    /// <summary>Degrees.</summary>
    [JsonPropertyName("lng")]
    [JsonConverter(typeof(MicroDegreesConverter))]
    public double Longitude { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("loc_title")]
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>The address.</summary>
    [JsonPropertyName("loc_detail")]
    public string Detail { get; init => field = value ?? ""; } = "";

    /// <summary>How far away it still counts, in metres.</summary>
    [JsonPropertyName("distance")]
    public int Distance { get; init; }
}
