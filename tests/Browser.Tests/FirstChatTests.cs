using Hongyan.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>The newcomer's first minutes, in a real browser over the real wire.</summary>
public class FirstChatTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(375, 812)]
    public async Task Chat_TextSent_ShowsTheAnswerAndWhatCrossedTheWire(int width, int height)
    {
        await using var running = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync(running.Simulator.BaseAddress!.ToString(), width, height);

        await page.GetByRole(AriaRole.Link, new() { Name = "张三" }).First.ClickAsync();
        await page.Locator("#content").FillAsync("你好");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();

        await Expect(page.Locator("#entries")).ToContainTextAsync("你说：你好");
        await page.Locator("#entries").GetByRole(AriaRole.Link, new() { Name = "报文" }).First.ClickAsync();
        await Expect(page.Locator("#wire")).ToContainTextAsync("<![CDATA[你好]]>");
        await Expect(page.Locator("#wire")).ToContainTextAsync("<![CDATA[你说：你好]]>");
        await Expect(page.Locator("#wire")).ToContainTextAsync("POST /callback/demo?");
        await Expect(page.Locator("#wire")).ToContainTextAsync("msg_signature=");
        await ShowAsync(page, $"first-chat-{width}");
    }

    [Fact]
    public async Task Chat_WithoutScript_AnswersAllTheSame()
    {
        await using var running = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync($"{running.Simulator.BaseAddress}wecom/demo/lisi", scripts: false);

        await page.Locator("#content").FillAsync("没有脚本");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();
        await Expect(page.Locator("#entries")).ToContainTextAsync("没有脚本");

        await page.ReloadUntilAsync(async () => (await page.Locator("#entries").InnerTextAsync()).Contains("你说：没有脚本", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callback_WrongToken_ShowsWhatTheConsoleShowsAndWhy()
    {
        await using var running = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync($"{running.Simulator.BaseAddress}wecom/demo/callback");

        await page.Locator("#token").FillAsync("aDifferentToken123");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();

        await Expect(page.Locator("#main")).ToContainTextAsync("openapi回调地址请求不通过");
        await Expect(page.Locator("#main")).ToContainTextAsync("403");
        await ShowAsync(page, "callback-wrong-token");
    }

    /// <summary>Keeps a picture for whoever wants to look: HONGYAN_SCREENSHOTS names the folder.</summary>
    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
