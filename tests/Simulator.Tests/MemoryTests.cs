using System.Net;
using System.Net.Http.Json;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void ConversationLog_BeyondItsCapacity_ForgetsTheOldestOfThatConversation()
    {
        var log = new ConversationLog(new LiveFeed());
        log.Add(Entry(0, "lisi"));
        for (var i = 1; i <= 1001; i++)
            log.Add(Entry(i, "zhangsan"));

        var conversation = log.Read("demo", "zhangsan");
        Assert.Equal((1000, 2L, 1001L), (conversation.Count, conversation[0].Id, conversation[^1].Id));
        Assert.Single(log.Read("demo", "lisi"));
    }

    [Fact]
    public void DeliveryLog_BeyondItsCapacity_ForgetsTheOldest()
    {
        var log = new DeliveryLog(new LiveFeed());
        for (var i = 1; i <= 1001; i++)
            log.Add(NewDelivery(i));

        Assert.Null(log.Find(1));
        Assert.NotNull(log.Find(2));
        log.Update(NewDelivery(1));
        Assert.Null(log.Find(1));
        Assert.Equal(1001, Assert.Single(log.Latest(null, null, 1)).Id);
    }

    [Fact]
    public async Task Send_TooManyUnderWay_Is503()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:RetryPauseSeconds", "600");
        var engine = simulator.Services.GetRequiredService<DeliveryEngine>();
        var world = simulator.Services.GetRequiredService<SimulatedWorld>();
        var enter = WeComEvents.Find("enter_agent")!;
        for (var i = 0; i < DeliveryEngine.MaxPending; i++)
            engine.Send(WeComOutgoing.Of(world.Apps[0], world.Members[0].UserId, enter, enter.Sample()));

        using var response = await simulator.Http.PostAsJsonAsync(
            "/sim/apps/demo/members/zhangsan/messages", new { type = "text", content = "你好" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Reset_DeliveryUnderWay_IsCancelledAndNotRemembered()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:RetryPauseSeconds", "600");
        var saying = simulator.SayAsync("你好");
        while ((await simulator.GetAsync("/sim/deliveries")).AsArray().Count == 0)
            await Task.Yield();

        using var response = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal("cancelled", (string?)(await saying)["outcome"]);
        Assert.Empty((await simulator.GetAsync("/sim/deliveries")).AsArray());
    }

    private static ChatMessage Entry(long id, string member) => new()
    {
        Id = id, App = "demo", Member = member, Time = DateTimeOffset.UnixEpoch, DeliveryId = id, Message = new() { Type = "text", Content = "好" },
    };

    private static Delivery NewDelivery(long id) => new()
    {
        Id = id, App = "demo", Member = "zhangsan", Type = "text", MessageId = id, CreatedAt = DateTimeOffset.UnixEpoch,
        Plaintext = "<xml/>", Planned = 3, Replies = ReplyPolicy.Messages,
    };
}
