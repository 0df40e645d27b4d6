using Hongyan.Conformance.Tests;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Browser.Tests;

/// <summary>A simulator with something of everything in it, for tests that only look.</summary>
public sealed class SampledPlatform : IAsyncLifetime
{
    private readonly SimulatedPlatform _platform = new();

    /// <summary>Where it listens.</summary>
    public Uri Address => _platform.Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _platform.InitializeAsync();
        foreach (var push in SamplePushes.All(await UploadAsync()))
            await _platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), push, cancellationToken: Cancellation);
        await _platform.RobotOf(SampleGroups.Notice).SendTextAsync("构建失败", cancellationToken: Cancellation);
        await using var robot = await StreamingRobot.StartAsync("<think>先想想</think>**候鸟**", isFinished: true);
        var (token, encodingAESKey) = (SampleRobots.Hongyan.Callback.Token, SampleRobots.Hongyan.Callback.EncodingAESKey);
        await _platform.ControlAsync(HttpMethod.Put, "/sim/robots/robot/callback", new { callbackUrl = robot.Url, token, encodingAESKey });
        await _platform.ControlAsync(HttpMethod.Post, "/sim/robots/robot/members/zhangsan/messages?wait=true", new { type = "text", content = "鸿雁是什么？" });
        await _platform.ControlAsync(HttpMethod.Post, $"/sim/groups/{SampleGroups.Project.ChatId}/members/lisi/messages?wait=true", new { type = "text", content = "@鸿雁助手 在吗" });
        await _platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/faults/calls", new[] { new { errCode = 45009, times = 2 } });
    }

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    private async Task<string> UploadAsync()
    {
        using var picture = new MemoryStream([0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3]);
        return (await _platform.Client.Media.UploadAsync(MediaType.Image, "图.png", picture, Cancellation)).MediaId;
    }
}
