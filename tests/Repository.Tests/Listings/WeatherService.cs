namespace Hongyan.Repository.Tests.Listings;

internal sealed class WeatherService(string today = "晴")
{
    public Task<string> TodayAsync(string city, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<string>(cancellationToken) : Task.FromResult($"{city}：{today}");
}
