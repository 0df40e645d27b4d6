namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>The weather of a city.</summary>
/// <param name="City">Where.</param>
/// <param name="Sky">Such as 多云.</param>
/// <param name="Temperature">Degrees Celsius.</param>
/// <param name="FeelsLike">Degrees Celsius as it feels.</param>
/// <param name="Humidity">Per cent.</param>
/// <param name="At">When it was asked for.</param>
internal sealed record WeatherReport(City City, string Sky, decimal Temperature, decimal FeelsLike, int Humidity, DateTimeOffset At);
