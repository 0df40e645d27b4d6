using Hongyan.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>A bug from the chat to the tracker and back, as the person who reports it sees it.</summary>
public class BugDeskJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string BrokenPage = """
        <body style="margin:0;font:20px sans-serif;background:#f4f6f8"><h1 style="margin:0;padding:16px 24px;background:#234;color:#fff;font-size:22px">CRM</h1>
        <form style="margin:48px auto;width:320px;padding:24px;background:#fff;border:1px solid #ccd"><p>账号 zhangsan</p><p>密码 ••••••••</p>
        <p style="padding:10px;text-align:center;background:#9ab;color:#fff">登录中…</p><p style="color:#b00">504 Gateway Time-out</p></form></body>
        """;

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(375, 812)]
    public async Task Bug_ReportedWithAScreenshot_IsFiledAnnouncedAndFollowed(int width, int height)
    {
        await using var running = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync(running.Simulator.BaseAddress!.ToString(), width, height);
        var screenshot = await ShootAsync(page);
        await page.GotoAsync(running.Simulator.BaseAddress!.ToString());

        await page.GetByRole(AriaRole.Link, new() { Name = "提 bug 助手" }).First.ClickAsync();
        await page.WaitForURLAsync("**/wecom/issuedesk**");
        // On a phone the app's people are a page of their own; beside them nobody is chosen twice.
        if (!page.Url.EndsWith("/zhangsan", StringComparison.Ordinal))
            await page.Locator("#people a[href='/wecom/issuedesk/zhangsan']").ClickAsync();
        await page.Locator("details.events summary").ClickAsync();
        await page.Locator("button[name=event][value=enter_agent]").ClickAsync();
        await Expect(page.Locator("#entries")).ToContainTextAsync("你好，我是提 bug 助手");
        await ShowAsync(page, "desk-1-welcome", width);

        await page.Locator("#content").FillAsync("登录页打不开，点登录没有反应");
        await page.Locator("#content").PressAsync("Enter");
        await Expect(page.Locator("#entries .template-card")).ToContainTextAsync("CRM · Bug，确认后提交");
        await ShowAsync(page, "desk-2-preview", width);

        await page.Locator("details.events summary").ClickAsync();
        await page.Locator("[data-form='/message/image']").ClickAsync();
        await page.Locator("#field-media").SetInputFilesAsync(new FilePayload { Name = "登录页.png", MimeType = "image/png", Buffer = screenshot });
        await page.Locator("#act-form").GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await Expect(page.Locator("#entries")).ToContainTextAsync("已附加第 1 个附件");
        await ShowAsync(page, "desk-3-screenshot", width);

        await page.Locator("#entries .template-card").GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await Expect(page.Locator("#entries .card-done")).ToHaveTextAsync("已确认");
        await Expect(page.Locator("#entries")).ToContainTextAsync("提交成功：CRM-1");
        await ShowAsync(page, "desk-4-filed", width);

        var chat = page.Url;
        await page.GotoAsync($"{running.Simulator.BaseAddress}wecom/groups/wrproject000000000000000000000001/zhangsan");
        await Expect(page.Locator("#log .template-card")).ToContainTextAsync("Bug 通知 CRM-1");
        await Expect(page.Locator("#log .template-card")).ToContainTextAsync("登录页打不开");
        await ShowAsync(page, "desk-5-group", width);

        var issue = await page.Locator("#log .template-card a.card-link").GetAttributeAsync("href");
        Assert.Equal(new Uri(running.Server.BaseAddress!, "/demo/issues/CRM-1").AbsoluteUri, issue);
        await page.GotoAsync(issue!);
        await Expect(page.Locator("h1")).ToHaveTextAsync("CRM-1 登录页打不开");
        await Expect(page.Locator("main")).ToContainTextAsync("点登录没有反应");
        // Attached a moment after it was filed.
        await page.ReloadUntilAsync(async () => await page.Locator(".files img").CountAsync() > 0);
        await page.Locator(".files img").ScrollIntoViewIfNeededAsync();
        Assert.True(await page.Locator(".files img").EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }") > 100);
        await page.EvaluateAsync("scrollTo(0, 0)");
        await ShowAsync(page, "desk-6-issue", width);

        await page.Locator("#state").SelectOptionAsync("Done");
        await page.GetByRole(AriaRole.Button, new() { Name = "改状态" }).ClickAsync();
        await Expect(page.Locator("dl .state")).ToHaveTextAsync("已解决");
        await page.GotoAsync(chat);
        await Expect(page.Locator("#entries .template-card")).ToContainTextAsync("CRM-1 已解决");
        await page.Locator("#entries .template-card").ScrollIntoViewIfNeededAsync();
        await ShowAsync(page, "desk-7-resolved", width);
        await page.GotoAsync($"{running.Simulator.BaseAddress}wecom/groups/wrproject000000000000000000000001/zhangsan");
        await Expect(page.Locator("#log")).ToContainTextAsync("Bug 状态 CRM-1");
        await ShowAsync(page, "desk-8-group", width);
    }

    /// <summary>The picture that the reporter takes of what is broken.</summary>
    private static async Task<byte[]> ShootAsync(IPage page)
    {
        // Of nowhere: the simulator's rules for styles would hold for this page too.
        await page.GotoAsync("about:blank");
        await page.SetContentAsync(BrokenPage);
        var width = Math.Min(640, page.ViewportSize!.Width);
        return await page.ScreenshotAsync(new() { Clip = new() { X = (page.ViewportSize.Width - width) / 2, Y = 0, Width = width, Height = 400 } });
    }

    /// <summary>Keeps a picture for whoever wants to look (HONGYAN_SCREENSHOTS names the folder), and looks that nothing sticks out.</summary>
    private static async Task ShowAsync(IPage page, string name, int width)
    {
        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png") });
        var (inner, outer) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("window.innerWidth"));
        Assert.True(inner <= outer, $"{name} is {inner} px wide in a window of {outer}.");
    }
}
