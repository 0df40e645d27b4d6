using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Server.Tests;

/// <summary>The Development account robot, as people reach it through the simulator.</summary>
public class RobotTests
{
    [Fact]
    public async Task DevelopmentAccount_Text_IsEchoed()
    {
        await using var running = await RunningServer.StartAsync();

        Assert.Contains("你说：你好", (await SayAsync(running, "你好")).ToJsonString(Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DevelopmentAccount_AskedForAStream_GrowsLineByLineAndEnds()
    {
        await using var running = await RunningServer.StartAsync();

        var turn = await SayAsync(running, "流");

        Assert.Contains("——《诗经·小雅·鸿雁》", turn.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Equal("finished", (string?)turn["stream"]!["state"], ignoreCase: true);
        Assert.True((int)turn["stream"]!["refreshes"]! > 0);
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonNode> SayAsync(RunningServer running, string text)
    {
        using var response = await running.Simulator.PostAsJsonAsync("/sim/robots/robot/members/zhangsan/messages?wait=true", new { type = "text", content = text }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
