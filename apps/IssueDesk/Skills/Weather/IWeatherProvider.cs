namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>Somebody who knows the weather. Throws <see cref="HttpRequestException"/> or <see cref="System.Text.Json.JsonException"/> where it cannot be asked.</summary>
internal interface IWeatherProvider
{
    /// <summary>Cities of a name, the best known first.</summary>
    Task<IReadOnlyList<City>> FindAsync(string name, CancellationToken cancellationToken);

    Task<WeatherReport> ReadAsync(City city, CancellationToken cancellationToken);
}
