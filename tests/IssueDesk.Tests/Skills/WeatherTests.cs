using Hongyan.IssueDesk.Skills.Weather;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Skills;

public sealed class WeatherTests : IAsyncLifetime
{
    private const string Guangzhou = """{"results":[{"name":"广州市","latitude":23.12,"longitude":113.25,"admin1":"广东","country":"中国"}]}""";
    private const string Cloudy = """{"current":{"temperature_2m":24.3,"relative_humidity_2m":60,"apparent_temperature":25,"weather_code":3}}""";

    private FakeWeb _web = null!;

    public async ValueTask InitializeAsync() => _web = await FakeWeb.StartAsync(address => address switch
    {
        var found when found.StartsWith("/v1/search?name=广州&", StringComparison.Ordinal) => (200, Guangzhou),
        var found when found.StartsWith("/v1/search?name=广洲&", StringComparison.Ordinal) => (200, Guangzhou),
        var found when found.StartsWith("/v1/search", StringComparison.Ordinal) => (200, "{}"),
        var forecast when forecast.StartsWith("/v1/forecast?latitude=23.12&longitude=113.25", StringComparison.Ordinal) => (200, Cloudy),
        _ => (404, "{}"),
    });

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A22_Weather_AsksForTheCityAndRemembersIt()
    {
        await using var desk = await Desk.StartAsync(("Skills:Weather:BaseUrl", _web.Url));

        await desk.Zhangsan.MatchesTranscriptAsync("A-22 天气.txt");
    }

    [Fact]
    public async Task A22_ProviderDown_TellsTheLastForThreeHoursWithItsTime()
    {
        await using var desk = await Desk.StartAsync(("Skills:Weather:BaseUrl", _web.Url));

        await ChatLog.PlayAsync(desk, "A-22 问不到.txt", [("天气的网站坏了", () => Task.FromResult(_web.Answer = _ => (503, "down")))]);
    }

    [Fact]
    public async Task A22_QWeather_IsAskedWithItsKey()
    {
        _web.Answer = address => address switch
        {
            var found when found.StartsWith("/geo/v2/city/lookup?location=广", StringComparison.Ordinal) => (200, """{"code":"200","location":[{"name":"广州","id":"101280101","adm1":"广东省"}]}"""),
            var found when found.StartsWith("/geo/", StringComparison.Ordinal) => (404, """{"code":"404"}"""),
            _ => (200, """{"code":"200","now":{"temp":"24","feelsLike":"26","text":"多云","humidity":"61"}}"""),
        };
        await using var desk = await Desk.StartAsync(("Skills:Weather:Provider", "QWeather"), ("Skills:Weather:BaseUrl", _web.Url), ("Skills:Weather:Key", "k"));

        await ChatLog.PlayAsync(desk, "A-22 和风天气.txt");

        Assert.All(_web.Requests, request => Assert.Equal("k", request.Keys));
        Assert.Contains(_web.Requests, request => request.Address.StartsWith("/v7/weather/now?location=101280101", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("天气", "")]
    [InlineData("天气 广州", "广州")]
    [InlineData("天气：广州", "广州")]
    [InlineData("广州天气", "广州")]
    [InlineData("广州今天的天气怎么样？", "广州")]
    [InlineData("天气不错啊", null)]
    [InlineData("今天天气怎么样", "")]
    [InlineData("今年的气候", null)]
    public void CityOf_Text_FindsTheCity(string text, string? city) => Assert.Equal(city, WeatherSkill.CityOf(text));
}
