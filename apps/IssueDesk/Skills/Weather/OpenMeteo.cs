using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>Open-Meteo, which needs no key.</summary>
internal sealed class OpenMeteo(IHttpClientFactory http, IOptionsMonitor<WeatherOptions> options, TimeProvider time) : IWeatherProvider
{
    private static readonly Uri Forecast = new("https://api.open-meteo.com");
    private static readonly Uri Geocoding = new("https://geocoding-api.open-meteo.com");

    public async Task<IReadOnlyList<City>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var found = await GetAsync(new Uri(settings.GeocodingUrl ?? settings.BaseUrl ?? Geocoding, $"/v1/search?name={Uri.EscapeDataString(name)}&count=5&language=zh&format=json"), cancellationToken);
        return
        [
            .. (found["results"] as JsonArray ?? []).OfType<JsonObject>().Select(city => new City(
                (string?)city["name"] ?? name, (string?)(city["admin1"] ?? city["country"]) ?? "",
                string.Create(CultureInfo.InvariantCulture, $"{Number(city, "latitude")},{Number(city, "longitude")}"))),
        ];
    }

    public async Task<WeatherReport> ReadAsync(City city, CancellationToken cancellationToken)
    {
        var place = city.Id.Split(',');
        var answer = await GetAsync(new Uri(options.CurrentValue.BaseUrl ?? Forecast,
            $"/v1/forecast?latitude={place[0]}&longitude={place[1]}&current=temperature_2m,relative_humidity_2m,apparent_temperature,weather_code&timezone=auto"), cancellationToken);
        return new WeatherReport(city, Sky((int)Number(answer["current"], "weather_code")), Number(answer["current"], "temperature_2m"),
            Number(answer["current"], "apparent_temperature"), (int)Number(answer["current"], "relative_humidity_2m"), time.GetUtcNow());
    }

    private static decimal Number(JsonNode? parent, string name) =>
        (decimal?)(parent as JsonObject)?[name] ?? throw new JsonException($"The answer of Open-Meteo has no {name}.");

    /// <summary>The WMO's code in a word.</summary>
    internal static string Sky(int code) => code switch
    {
        0 => "晴",
        <= 2 => "少云",
        3 => "阴",
        <= 48 => "雾",
        <= 57 => "毛毛雨",
        <= 67 => "雨",
        <= 77 => "雪",
        <= 82 => "阵雨",
        <= 86 => "阵雪",
        _ => "雷雨",
    };

    private async Task<JsonNode> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(WeatherSkill.HttpClientName);
        return JsonNode.Parse(await client.GetStringAsync(address, cancellationToken)) ?? throw new JsonException("Open-Meteo answered null.");
    }
}
