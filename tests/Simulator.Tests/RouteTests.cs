using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

public sealed class RouteTests
{
    [Fact]
    public async Task Routes_BotOffersThem_AreShown()
    {
        await using var bot = await FakeBot.StartAsync(callback => callback.Path == "/bot/routes"
            ? BotAnswer.Text("1. text 天气 {city}\n") with { ContentType = "text/plain; charset=utf-8" }
            : BotAnswer.Text("", status: 404));
        await using var simulator = await RunningSimulator.StartAsync(bot, "--Simulator:Apps:demo:CallbackUrl", bot.Url + "/?tenant=a");

        using var response = await simulator.Http.GetAsync(new Uri("/sim/apps/demo/routes", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("1. text 天气 {city}\n", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("a", Assert.Single(bot.Received).Query["tenant"]);
    }

    [Theory]
    [InlineData(404, "text/plain", 0)]
    [InlineData(200, "text/html", 10)]
    [InlineData(200, "text/plain", (64 * 1024) + 1)]
    public async Task Routes_SomethingElse_Is404WithASentence(int status, string contentType, int length)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(new string('a', length), status) with { ContentType = contentType });
        await using var simulator = await RunningSimulator.StartAsync(bot);

        using var response = await simulator.Http.GetAsync(new Uri("/sim/apps/demo/routes", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("/routes", (string?)(await RunningSimulator.ReadAsync(response))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_NobodyListens_SaysSo()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        using var response = await simulator.Http.GetAsync(new Uri("/sim/apps/demo/routes", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("127.0.0.1:1", (string?)(await RunningSimulator.ReadAsync(response))["detail"], StringComparison.Ordinal);
    }
}
