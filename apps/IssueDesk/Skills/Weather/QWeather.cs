using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>QWeather (和风天气), which needs a key and a host of one's own.</summary>
internal sealed class QWeather(IHttpClientFactory http, IOptionsMonitor<WeatherOptions> options, TimeProvider time) : IWeatherProvider
{
    private const string Lookup = "/geo/v2/city/lookup";

    public async Task<IReadOnlyList<City>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await GetAsync($"{Lookup}?location={Uri.EscapeDataString(name)}&number=5&lang=zh", cancellationToken);
        return
        [
            .. (found["location"] as JsonArray ?? []).OfType<JsonObject>()
                .Select(city => new City((string?)city["name"] ?? name, (string?)city["adm1"] ?? "", (string?)city["id"] ?? "")),
        ];
    }

    public async Task<WeatherReport> ReadAsync(City city, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"/v7/weather/now?location={Uri.EscapeDataString(city.Id)}&lang=zh", cancellationToken);
        var now = answer["now"] ?? throw new HttpRequestException($"QWeather answered with code {answer["code"]}.");
        return new WeatherReport(city, (string?)now["text"] ?? "", Number(now["temp"]), Number(now["feelsLike"]), (int)Number(now["humidity"]), time.GetUtcNow());
    }

    /// <summary>All numbers are texts here.</summary>
    private static decimal Number(JsonNode? text) => decimal.TryParse((string?)text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw new JsonException("QWeather left a number out.");

    private async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        using var client = http.CreateClient(WeatherSkill.HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.BaseUrl!, path));
        request.Headers.Add("X-QW-Api-Key", settings.Key);
        using var response = await client.SendAsync(request, cancellationToken);
        // A place that it does not know is an answer (404, "no such location"), not a failure.
        if (response.StatusCode == HttpStatusCode.NotFound && path.StartsWith(Lookup, StringComparison.Ordinal))
            return new JsonObject();
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken)) ?? throw new JsonException("QWeather answered null.");
    }
}
