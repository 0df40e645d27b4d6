namespace Hongyan.Repository.Tests.Listings;

internal sealed class WeatherService
{
    public Task<string> TodayAsync(string city, CancellationToken cancellationToken) => Task.FromResult($"{city}：晴");
}
