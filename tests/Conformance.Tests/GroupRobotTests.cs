using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests;

/// <summary>A group robot's webhook.</summary>
public sealed class GroupRobotTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];

    private GroupRobotClient Robot => field ??= platform.RobotOf(SampleGroups.Notice);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<JsonNode> LastAsync() =>
        (await platform.ControlAsync(HttpMethod.Get, $"/sim/groups/{SampleGroups.Project.ChatId}/conversation"))!.AsArray()[^1]!;

    private static async Task<int> CodeOfAsync(Task call) => (await Assert.ThrowsAsync<PlatformApiException>(() => call)).Code;

    [Fact]
    public async Task SendTextAsync_WithMentions_ArrivesInTheGroup()
    {
        await Robot.SendTextAsync("构建失败", RobotMentions.Everybody with { MobileNumbers = ["13800000001"] }, Cancellation);

        var last = await LastAsync();
        Assert.Equal(("notice", "构建失败"), ((string)last["app"]!, (string)last["content"]!));
        Assert.Equal(["@all", "13800000001"], last["details"]!["mentioned"]!.AsArray().Select(each => (string)each!));
    }

    [Fact]
    public async Task SendTextAsync_FaultSwitchedOn_IsRefusedWithItsCodeAndShownToNobody()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/notice/faults/calls", new[] { new { path = "/cgi-bin/webhook/send", errCode = 45033, times = 1 } });

        Assert.Equal(45033, await CodeOfAsync(Robot.SendTextAsync("第一次", cancellationToken: Cancellation)));
        await Robot.SendTextAsync("第二次", cancellationToken: Cancellation);

        Assert.Equal("第二次", (string)(await LastAsync())["content"]!);
        Assert.Empty((await platform.ControlAsync(HttpMethod.Get, "/sim/apps/notice/faults/calls"))!["active"]!.AsArray());
    }

    [Fact]
    public async Task Robot_NamedLikeAnApp_IsRefused()
    {
        using var refused = await platform.Control.PostAsJsonAsync($"/sim/groups/{SampleGroups.Project.ChatId}/robots", new { name = "demo" }, Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task SendTextAsync_WrongKey_IsRefusedWith93000AndTheKeyIsNotTold()
    {
        var robot = platform.RobotOf(SampleGroups.Notice with { Key = "a-wrong-secret-key" });

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => robot.SendTextAsync("hi", cancellationToken: Cancellation));

        Assert.Equal(93000, refusal.Code);
        Assert.DoesNotContain("a-wrong-secret-key", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendMarkdownAsync_AndV2_Arrive()
    {
        await Robot.SendMarkdownAsync("**粗**", Cancellation);
        Assert.Equal("markdown", (string)(await LastAsync())["type"]!);

        await Robot.SendMarkdownV2Async("|a|b|\n|-|-|\n|1|2|", Cancellation);
        Assert.Equal("markdown_v2", (string)(await LastAsync())["type"]!);
    }

    [Fact]
    public async Task SendImageAsync_Picture_CanBeLookedAt()
    {
        await Robot.SendImageAsync(Png, Cancellation);

        var mediaId = (string)(await LastAsync())["details"]!["mediaId"]!;
        Assert.Equal(Png, await platform.Control.GetByteArrayAsync(new Uri($"/sim/media/{mediaId}", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task SendNewsAsync_Articles_Arrive()
    {
        await Robot.SendNewsAsync([new NewsArticle { Title = "标题", Url = "https://example.com" }], Cancellation);

        Assert.Equal("标题", (string)(await LastAsync())["details"]!["articles"]!.AsArray()[0]!["title"]!);
    }

    [Fact]
    public async Task SendCardAsync_BothNotices_Arrive()
    {
        await Robot.SendCardAsync(new TextNoticeCard { MainTitle = "文本", Action = "https://example.com" }, Cancellation);
        Assert.Equal("text_notice", (string)(await LastAsync())["details"]!["card"]!["card_type"]!);

        await Robot.SendCardAsync(new NewsNoticeCard { MainTitle = "图文", Image = new("https://example.com/a.png"), Action = "https://example.com" }, Cancellation);
        Assert.Equal("news_notice", (string)(await LastAsync())["details"]!["card"]!["card_type"]!);
    }

    [Fact]
    public async Task SendCardAsync_WithAMenu_IsRefused()
    {
        var card = new TextNoticeCard { MainTitle = "t", TaskId = "1", Action = "https://example.com", ActionMenu = new() { Items = [new("a", "b")] } };

        Assert.Equal(42031, await CodeOfAsync(Robot.SendCardAsync(card, Cancellation)));
    }

    [Fact]
    public async Task SendFileAsync_UploadedByTheRobot_Arrives()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("姓名,成绩"));
        var uploaded = await Robot.UploadAsync(MediaType.File, "成绩.csv", content, Cancellation);

        await Robot.SendFileAsync(uploaded.MediaId, Cancellation);

        Assert.Equal(uploaded.MediaId, (string)(await LastAsync())["details"]!["mediaId"]!);
    }

    [Fact]
    public async Task SendFileAsync_UploadedByTheApp_IsRefusedWith40007()
    {
        using var content = new MemoryStream("0123456789"u8.ToArray());
        var uploaded = await platform.Client.Media.UploadAsync(MediaType.File, "a.csv", content, Cancellation);

        Assert.Equal(40007, await CodeOfAsync(Robot.SendFileAsync(uploaded.MediaId, Cancellation)));
    }

    [Fact]
    public async Task SendVoiceAsync_UploadedByTheRobot_Arrives()
    {
        using var content = new MemoryStream([.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x7C, 50)]);
        var uploaded = await Robot.UploadAsync(MediaType.Voice, "a.amr", content, Cancellation);

        await Robot.SendVoiceAsync(uploaded.MediaId, Cancellation);

        Assert.Equal("voice", (string)(await LastAsync())["type"]!);
    }

    [Fact]
    public async Task SendVoiceAsync_UnknownMedia_IsRefusedWith40007() => Assert.Equal(40007, await CodeOfAsync(Robot.SendVoiceAsync("nothing", Cancellation)));

    [Fact]
    public async Task SendTextAsync_TwentyFirstOfTheMinuteBySomebodyElse_IsRefusedWith45009()
    {
        for (var number = 0; number < GroupRobotClient.MessagesPerMinute; number++)
            await Robot.SendTextAsync($"{number}", cancellationToken: Cancellation);

        var other = platform.RobotOf(SampleGroups.Notice);

        Assert.Equal(45009, await CodeOfAsync(other.SendTextAsync("one too many", cancellationToken: Cancellation)));
    }
}
