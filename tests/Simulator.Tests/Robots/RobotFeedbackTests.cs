using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotFeedbackTests
{
    [Fact]
    public async Task Judge_FinishedAnswerWithAFeedbackId_TellsTheBot()
    {
        await using var bot = await FakeBot.StartAsync(callback => callback.TypeOf() == "event"
            ? BotAnswer.Empty
            : RobotWire.Stream(callback, "答案", finish: true, rest: ",\"feedback\":{\"id\":\"f-1\"}"));
        await using var simulator = await RobotWire.StartAsync(bot);
        var path = await AnswerOfAsync(simulator);

        await simulator.PostAsync(path, new { type = 1 });
        await simulator.PostAsync(path, JsonNode.Parse("""{"type":2,"reasons":[2,3],"content":"少了一半"}""")!);
        await simulator.PostAsync(path, new { type = 3 });

        var events = bot.Received.Skip(1).Select(callback => callback.OpenRobot()["event"]!).ToList();
        Assert.All(events, happened => Assert.Equal("feedback_event", (string?)happened["eventtype"]));
        Assert.Equal("""{"id":"f-1","type":1}""", events[0]["feedback_event"]!.ToJsonString());
        Assert.Equal("少了一半", (string?)events[1]["feedback_event"]!["content"]);
        Assert.Equal([2, 3], events[1]["feedback_event"]!["inaccurate_reason_list"]!.AsArray().Select(reason => (int)reason!));
        Assert.Equal("""{"id":"f-1","type":3}""", events[2]["feedback_event"]!.ToJsonString());
        Assert.DoesNotContain("response_url", bot.Received[1].OpenRobot().AsObject().Select(pair => pair.Key));
        Assert.Empty((await simulator.RobotConversationAsync())[1]!["details"]!["feedback"]!.AsObject());
    }

    [Fact]
    public async Task Judge_AnsweredByTheBot_TheAnswerIsNotShown()
    {
        await using var bot = await FakeBot.StartAsync(callback =>
            RobotWire.Stream(callback, "谢谢", finish: true, rest: ",\"feedback\":{\"id\":\"f-1\"}"));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.PostAsync(await AnswerOfAsync(simulator), new { type = 1 });

        Assert.Equal(["replyNotAllowed"], turn.Findings());
    }

    [Theory]
    [InlineData("", 1, null, "id")]
    [InlineData("f-1", 4, null, "type")]
    [InlineData("f-1", 0, null, "type")]
    [InlineData("f-1", 1, 2, "reasons")]
    [InlineData("f-1", 2, 5, "reasons")]
    [InlineData("f-1", 3, null, "type")]
    public async Task Judge_WhatCannotBeSaid_IsRefused(string feedbackId, int type, int? reason, string field)
    {
        var rest = feedbackId.Length == 0 ? "" : $",\"feedback\":{{\"id\":\"{feedbackId}\"}}";
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "答案", finish: true, rest: rest));
        await using var simulator = await RobotWire.StartAsync(bot);
        var path = await AnswerOfAsync(simulator);

        Assert.Equal((422, field), await simulator.RefusedAsync(path, new { type, reasons = reason is { } only ? new[] { only } : [] }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public async Task FeedbackId_EmptyOrTooLong_IsRefused(int length)
    {
        await using var bot = await FakeBot.StartAsync(callback =>
            RobotWire.Stream(callback, "答案", finish: true, rest: $",\"feedback\":{{\"id\":\"{new string('f', length)}\"}}"));
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal(["robotFeedbackId"], (await simulator.SayToRobotAsync("问题")).Findings());
    }

    private static async Task<string> AnswerOfAsync(RunningSimulator simulator)
    {
        await simulator.SayToRobotAsync("问题");
        var answer = (await simulator.RobotConversationAsync()).First(entry => (string?)entry!["direction"] == "out")!;
        return $"/sim/robots/robot/members/zhangsan/conversation/{answer["id"]}/feedback?wait=true";
    }
}
