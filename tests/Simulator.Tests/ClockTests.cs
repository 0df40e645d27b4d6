using System.Text;
using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

public sealed class ClockTests
{
    private static readonly ManualTimeProvider Real = new();

    [Fact]
    public async Task Clock_Advanced_MessagesAndTimestampsFollow()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, Real);

        var clock = await simulator.PutAsync("/sim/clock", new { advanceSeconds = 86400 });
        var delivery = await simulator.SayAsync("你好");

        var tomorrow = Real.GetUtcNow().AddDays(1);
        Assert.Equal(tomorrow, (DateTimeOffset)clock["now"]!);
        Assert.Equal(86400, (double)clock["offsetSeconds"]!);
        var expected = tomorrow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, bot.Received[0].Query["timestamp"]);
        Assert.Equal(expected, XElement.Parse(bot.Received[0].Open()).Element("CreateTime")!.Value);
        Assert.Equal(tomorrow, (DateTimeOffset)delivery["attempts"]![0]!["startedAt"]!);
        Assert.Equal(tomorrow, (DateTimeOffset)(await simulator.ConversationAsync())[0]!["time"]!);
    }

    [Fact]
    public async Task Clock_SetToATime_GoesOnFromThere()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, Real);
        var later = Real.GetUtcNow().AddHours(48);

        await simulator.PutAsync("/sim/clock", new { now = later });

        Assert.Equal(later, (DateTimeOffset)(await simulator.GetAsync("/sim/clock"))["now"]!);
    }

    [Theory]
    [InlineData("""{"advanceSeconds":-1}""", "advanceSeconds")]
    [InlineData("""{"advanceSeconds":1e300}""", "advanceSeconds")]
    [InlineData("""{"now":"2001-01-01T00:00:00Z"}""", "now")]
    [InlineData("""{"now":"2999-01-01T00:00:00Z"}""", "now")]
    [InlineData("""{}""", "advanceSeconds")]
    [InlineData("""{"reset":false}""", "advanceSeconds")]
    [InlineData("""{"advanceSeconds":1,"reset":true}""", "advanceSeconds")]
    public async Task Clock_BackwardOrUnclear_IsRefused(string body, string field)
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, Real);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await simulator.Http.PutAsync(new Uri("/sim/clock", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal(field, (string?)(await RunningSimulator.ReadAsync(response))["field"]);
        Assert.Equal(0, (double)(await simulator.GetAsync("/sim/clock"))["offsetSeconds"]!);
    }

    [Fact]
    public async Task Clock_Reset_EventsHaveTheRealTimeAgain()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, Real);
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 3600 });
        await simulator.ActAsync("events", new { @event = "enter_agent" });

        await simulator.PutAsync("/sim/clock", new { reset = true });
        await simulator.ActAsync("events", new { @event = "enter_agent" });

        Assert.Equal([3600, 0], bot.Received.Select(callback =>
            (long)XElement.Parse(callback.Open()).Element("CreateTime")! - Real.GetUtcNow().ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task Reset_ClockAdvanced_IsTheRealTimeAgain()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, Real);
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 5 });

        using var reset = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(0, (double)(await simulator.GetAsync("/sim/clock"))["offsetSeconds"]!);
    }
}
