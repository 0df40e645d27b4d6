using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

public sealed class LiveTests
{
    [Fact]
    public async Task Events_MessageSent_TellsMessageDeliveryAndReply()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("好"));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        using var stream = await simulator.Http.GetStreamAsync("/sim/events", TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal("ready", (await NextAsync(events)).EventType);

        await simulator.SayAsync("你好");
        var seen = new List<(string Type, JsonNode Body)>();
        while (seen.Count == 0 || (string?)seen[^1].Body["outcome"] != "replied" || seen[^1].Type != "delivery")
        {
            var item = await NextAsync(events);
            seen.Add((item.EventType, JsonNode.Parse(item.Data)!));
        }

        Assert.Equal(["in", "out"], seen.Where(item => item.Type == "message").Select(item => (string?)item.Body["direction"]));
        Assert.Equal("你好", (string?)seen.First(item => item.Type == "message").Body["content"]);
    }

    [Fact]
    public async Task Events_Reset_IsTold()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        using var stream = await simulator.Http.GetStreamAsync("/sim/events", TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await NextAsync(events);

        using var response = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal("reset", (await NextAsync(events)).EventType);
    }

    [Fact]
    public async Task Events_FaultsAndClockSet_AreTold()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        using var stream = await simulator.Http.GetStreamAsync("/sim/events", TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await NextAsync(events);

        await simulator.FaultsAsync(new { kind = "drop", messages = 1 });
        var set = await NextAsync(events);
        await simulator.SayAsync("你好");
        var countedDown = await NextAsync(events);
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 60 });
        SseItem<string> moved;
        do
            moved = await NextAsync(events);
        while (moved.EventType is "message" or "delivery");

        Assert.Equal(("faults", "faults", "clock"), (set.EventType, countedDown.EventType, moved.EventType));
        Assert.True((bool)JsonNode.Parse(set.Data)!["faults"]![0]!["isOn"]!);
        Assert.False((bool)JsonNode.Parse(countedDown.Data)!["faults"]![0]!["isOn"]!);
        Assert.Equal(60, (double)JsonNode.Parse(moved.Data)!["offsetSeconds"]!);
    }

    [Fact]
    public async Task Events_CallAnsweredAndMenuSaved_AreTold()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        using var stream = await simulator.Http.GetStreamAsync("/sim/events", TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await NextAsync(events);

        await new PlatformCaller(simulator).TokenAsync();
        var call = await NextAsync(events);
        await simulator.PutAsync("/sim/apps/demo/menu", new { button = Array.Empty<object>() });
        var menu = await NextAsync(events);

        Assert.Equal(("call", "menu"), (call.EventType, menu.EventType));
        Assert.Equal(("demo", 0), ((string?)JsonNode.Parse(call.Data)!["app"], (int)JsonNode.Parse(call.Data)!["errCode"]!));
        Assert.Equal("demo", (string?)JsonNode.Parse(menu.Data)!["app"]);
        Assert.Empty(JsonNode.Parse(menu.Data)!["menu"]!["button"]!.AsArray());
    }

    [Fact]
    public async Task Stop_StreamOpen_DoesNotWaitForTheListener()
    {
        var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        using var stream = await simulator.Http.GetStreamAsync("/sim/events", TestContext.Current.CancellationToken);

        // Kestrel's own patience is 30 seconds; the test's is shorter.
        await simulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Listen_ListenerDoesNotKeepUp_IsCutOff()
    {
        var feed = new LiveFeed();
        var slow = feed.Listen(TestContext.Current.CancellationToken);
        for (var i = 0; i < 1001; i++)
            feed.Publish(i);

        var received = 0;
        await foreach (var _ in slow)
            received++;

        Assert.Equal(1000, received);
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync(), "the stream ended");
        return events.Current;
    }
}
