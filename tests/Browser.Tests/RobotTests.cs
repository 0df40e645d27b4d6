using Hongyan.Conformance.Tests;
using Hongyan.Simulator.WeCom;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>Talking with AI robots (智能机器人), alone and in a group.</summary>
public sealed class RobotTests(Chromium chromium, SimulatedPlatform platform) : IClassFixture<Chromium>, IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Half = "鸿雁是**候鸟**，";
    private const string Whole = "鸿雁是**候鸟**，也是送信的。\n\n- 春天北飞\n- 秋天南归";

    private StreamingRobot? _robot;

    public async ValueTask InitializeAsync()
    {
        await platform.ResetAsync();
        await platform.ControlAsync(HttpMethod.Put, "/sim/settings", new { streamPollSeconds = 0.2 });
    }

    public async ValueTask DisposeAsync()
    {
        if (_robot is not null)
            await _robot.DisposeAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Say_StreamedAnswer_GrowsInItsBubbleAndIsJudged(int width)
    {
        var robot = await StartAsync(Half);
        var page = await OpenAsync("/wecom/robots/robot/zhangsan", width);
        await page.Locator("#content").FillAsync("鸿雁是什么？");
        await page.Locator("#content").PressAsync("Enter");

        await Expect(page.Locator(".markdown strong")).ToHaveTextAsync("候鸟");
        await Expect(page.Locator(".running")).ToBeVisibleAsync();
        await ShowAsync(page, $"robot-running-{width}");
        robot.Say(Whole, finish: true);

        await Expect(page.Locator(".markdown li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".running")).ToHaveCountAsync(0);
        await Expect(page.Locator(".entry-app")).ToHaveCountAsync(1);
        await Expect(page.Locator("#content")).ToHaveValueAsync("");
        await Expect(page.Locator("#wire .refreshes")).ToContainTextAsync("流式消息刷新");
        await ShowAsync(page, $"robot-finished-{width}");

        await page.Locator(".reasons summary").ClickAsync();
        await page.GetByLabel("内容不完整").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.Locator(".feedback")).ToContainTextAsync("你认为不准确 内容不完整");
        var judged = robot.Heard.ToArray()[^1]["event"]!["feedback_event"]!;
        Assert.Equal(("f-1", 2, 2), ((string)judged["id"]!, (int)judged["type"]!, (int)judged["inaccurate_reason_list"]![0]!));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await ShowAsync(page, $"robot-judged-{width}");
    }

    [Fact]
    public async Task Say_WithoutScript_AnswerIsThere()
    {
        var robot = await StartAsync(Whole, isFinished: true);
        var page = await OpenAsync("/wecom/robots/robot/zhangsan", scripts: false);
        await page.Locator("#content").FillAsync("鸿雁是什么？");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();

        await page.ReloadUntilAsync(async () => await page.Locator(".markdown li").CountAsync() == 2);
        await page.Locator(".feedback button[value='1']").ClickAsync();
        await Expect(page.Locator(".feedback")).ToContainTextAsync("你认为准确");
        Assert.Equal(2, robot.Heard.Count);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    public async Task Group_RobotNamedFromTheList_AnswersThere(int width, bool scripts)
    {
        var robot = await StartAsync(Whole, isFinished: true);
        var page = await OpenAsync($"/wecom/groups/{SampleGroups.Project.ChatId}/lisi", width, scripts);
        if (scripts)
        {
            await page.Locator("#content").PressSequentiallyAsync("@");
            await page.GetByRole(AriaRole.Button, new() { Name = "@鸿雁助手" }).ClickAsync();
            await Expect(page.Locator("#content")).ToHaveValueAsync("@鸿雁助手 ");
            await page.Locator("#content").PressSequentiallyAsync("鸿雁是什么？");
            await page.Locator("#content").PressAsync("Enter");
        }
        else
        {
            await page.Locator("#content").FillAsync("鸿雁是什么？");
            await page.Locator(".mention-menu summary").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "@鸿雁助手" }).ClickAsync();
            await page.ReloadUntilAsync(async () => await page.Locator(".entry-app .markdown li").CountAsync() == 2);
        }

        await Expect(page.Locator(".entry-member .bubble")).ToContainTextAsync("@鸿雁助手 鸿雁是什么？");
        await Expect(page.Locator(".entry-app .markdown li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".entry-app .sender")).ToContainTextAsync("鸿雁助手");
        Assert.Equal(("group", "lisi"), ((string)robot.Heard.ToArray()[0]["chattype"]!, (string)robot.Heard.ToArray()[0]["from"]!["userid"]!));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await ShowAsync(page, $"robot-group-{width}{(scripts ? "" : "-no-script")}");
    }

    [Fact]
    public async Task Quote_Chosen_GoesWithTheMessage()
    {
        var robot = await StartAsync(Whole, isFinished: true);
        var page = await OpenAsync("/wecom/robots/robot/zhangsan");
        await page.Locator("#content").FillAsync("鸿雁是什么？");
        await page.Locator("#content").PressAsync("Enter");
        await Expect(page.Locator(".entry-app")).ToHaveCountAsync(1);

        await page.Locator(".entry-app [data-quote]").ClickAsync();
        await Expect(page.Locator("#quoted-line")).ToBeVisibleAsync();
        await page.Locator("#content").FillAsync("再短一点");
        await page.Locator("#content").PressAsync("Enter");

        await Expect(page.Locator(".quoted")).ToContainTextAsync("鸿雁助手：鸿雁是");
        await Expect(page.Locator("#quoted-line")).ToBeHiddenAsync();
        Assert.Equal(Whole, (string)robot.Heard.ToArray()[^1]["quote"]!["text"]!["content"]!);
    }

    private async Task<StreamingRobot> StartAsync(string content, bool isFinished = false)
    {
        _robot = await StreamingRobot.StartAsync(content, isFinished);
        await platform.ControlAsync(HttpMethod.Put, "/sim/robots/robot/callback", new
        {
            callbackUrl = _robot.Url,
            token = SampleRobots.Hongyan.Callback.Token,
            encodingAESKey = SampleRobots.Hongyan.Callback.EncodingAESKey,
        });
        return _robot;
    }

    private Task<IPage> OpenAsync(string path, int width = 1280, bool scripts = true) =>
        chromium.OpenAsync(new Uri(platform.Address, path).ToString(), width, scripts: scripts);

    /// <summary>Keeps a picture for whoever wants to look: HONGYAN_SCREENSHOTS names the folder.</summary>
    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
