namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>Who is asked for the weather. Section <c>Skills:Weather</c>.</summary>
internal sealed class WeatherOptions
{
    public const string Section = "Skills:Weather";

    /// <summary>OpenMeteo, which needs no key, or QWeather (和风天气).</summary>
    public string Provider { get; set; } = "OpenMeteo";

    /// <summary>Where the provider's API is; QWeather gives everybody a host of their own.</summary>
    /// <value>null: Open-Meteo's public API.</value>
    public Uri? BaseUrl { get; set; }

    /// <summary>Where Open-Meteo finds cities.</summary>
    /// <value>null: <see cref="BaseUrl"/>, or its public one.</value>
    public Uri? GeocodingUrl { get; set; }

    /// <summary>QWeather's key. A secret.</summary>
    public string? Key { get; set; }
}
