using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>The bug desk's pages as an administrator uses them, without script, on a desk and on a phone.</summary>
public sealed class DeskConsoleTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 900)]
    [InlineData(375, 812)]
    public async Task Route_EditedInTheConsole_IsObeyedByTheBotAtOnce(int width, int height)
    {
        await using var console = new SeededConsole();
        await console.InitializeAsync();
        var page = await chromium.OpenAsync("about:blank", width, height, scripts: false);
        await console.SignInAsync(page);

        await page.GotoAsync(new Uri(console.Address, "/console/issuedesk/routes").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "CRM bug" }).ClickAsync();
        await page.GetByLabel("命令").FillAsync("提故障");
        await page.GetByLabel("项目").FillAsync("ops");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("马上生效");
        await page.GetByLabel("一句话").FillAsync("提故障 打印机卡纸，换了纸也不行");
        await page.GetByRole(AriaRole.Button, new() { Name = "试一下" }).ClickAsync();
        await Expect(page.Locator(".tried")).ToContainTextAsync("打印机卡纸");
        await ShowAsync(page, $"desk-routes-{width}");
        await console.SayToDeskAsync("取消");
        await console.SayToDeskAsync("提故障 打印机卡纸，换了纸也不行");

        await page.GotoAsync(new Uri(console.Address, "/console/issuedesk/drafts").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "#D2" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("OPS · Bug");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看内容" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("换了纸也不行");
        await ShowAsync(page, $"desk-draft-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "取消草稿" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("会发消息告诉报告人");
        await ShowAsync(page, $"desk-cancel-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认取消这个草稿" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已取消");
    }

    /// <summary>For whoever wants to see them; see CONTRIBUTING.md.</summary>
    private static Task ShowAsync(IPage page, string name) => Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true })
        : Task.CompletedTask;
}
