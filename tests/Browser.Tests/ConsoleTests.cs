using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>The console as an operator meets it, without script, on a desk and on a phone.</summary>
public sealed class ConsoleTests(Chromium chromium, SeededConsole console) : IClassFixture<Chromium>, IClassFixture<SeededConsole>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(375, 812)]
    public async Task DeadLetter_SignedInAndRetried_IsAnswered(int width, int height)
    {
        // Each width needs a letter of its own, so each has a server of its own.
        await using var own = new SeededConsole();
        await own.InitializeAsync();
        var page = await chromium.OpenAsync(new Uri(own.Address, "/console").ToString(), width, height, scripts: false);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
        await ShowAsync(page, $"console-sign-in-{width}");
        await own.SignInAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "死信" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "选择 #2" }).CheckAsync();
        await ShowAsync(page, $"console-dead-letters-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "重试选中的…" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("把 1 条死信再处理一遍");
        await ShowAsync(page, $"console-confirm-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认重试 1 条" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已重试 1 条");
        await page.GotoAsync(new Uri(own.Address, "/console/deliveries/inbox/2").ToString());
        // Without script a page stays as it was read, and the message may not have been through by then.
        await page.ReloadUntilAsync(async () => (await page.Locator("main").InnerTextAsync()).Contains("已完成", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "查看内容" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("<![CDATA[帮助]]>");
        await ShowAsync(page, $"console-detail-{width}");
    }

    [Theory]
    [InlineData("/console/deliveries")]
    [InlineData("/console/deliveries?account=nobody")]
    [InlineData("/console/deliveries/outbox")]
    [InlineData("/console/deliveries/dead-letters")]
    [InlineData("/console/deliveries/inbox/2")]
    [InlineData("/console/deliveries/outbox/1")]
    [InlineData("/console/deliveries/retry?letter=2")]
    [InlineData("/console/schedules")]
    [InlineData("/console/accounts")]
    [InlineData("/console/accounts/new")]
    [InlineData("/console/accounts/1")]
    [InlineData("/console/audit")]
    [InlineData("/console/password")]
    [InlineData("/console/nowhere")]
    [InlineData("/console/issuedesk/drafts")]
    [InlineData("/console/issuedesk/drafts?state=Failed")]
    [InlineData("/console/issuedesk/drafts/1")]
    [InlineData("/console/issuedesk/drafts/1/decide/Cancel")]
    [InlineData("/console/issuedesk/routes?say=bug")]
    [InlineData("/console/issuedesk/routes/0")]
    [InlineData("/console/issuedesk/tracker")]
    [InlineData("/console/issuedesk/people")]
    [InlineData("/console/issuedesk/texts?find=Created")]
    [InlineData("/console/issuedesk/texts/Created")]
    public async Task Page_EveryWidthAndColour_HasNoViolationsAndFits(string path)
    {
        var page = await chromium.OpenAsync("about:blank");
        await console.StaySignedInAsync(page);
        await page.GotoAsync(new Uri(console.Address, path).ToString());
        foreach (var (width, dark) in new[] { (1280, false), (1280, true), (375, false), (375, true) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            await ShowAsync(page, $"console{path.Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{width}{(dark ? "-dark" : "")}");

            var found = await AxeCheck.ViolationsAsync(page);
            Assert.True(found.Count == 0, $"{path} at {width} px{(dark ? ", dark" : "")}:\n{string.Join('\n', found)}");
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width} px.");
            // On a phone nothing of a table is beside the screen, above all no button.
            Assert.True(
                width > 375 || await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.table-scroll')].every(table => table.scrollWidth <= table.clientWidth)"),
                $"A table of {path} is wider than {width} px.");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Menu_OnAPhone_UnfoldsByKeyboard()
    {
        var page = await chromium.OpenAsync("about:blank", 375, 812, scripts: false);
        await console.SignInAsync(page);

        var menu = page.Locator(".side-narrow summary");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "审计" })).ToBeHiddenAsync();
        await menu.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "审计" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "审计" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Schedule_OnAPhone_IsACardWithItsButtons()
    {
        var page = await chromium.OpenAsync("about:blank", 375, 812, scripts: false);
        await console.StaySignedInAsync(page);
        await page.GotoAsync(new Uri(console.Address, "/console/schedules").ToString());

        var button = page.GetByRole(AriaRole.Button, new() { Name = "暂停：清理到期的消息" });
        var box = await button.BoundingBoxAsync();

        Assert.InRange(box!.X + box.Width, 0, 375);
        await Expect(page.Locator("td[data-label='下次运行']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filter_OnAPhone_UnfoldsAndStaysOpenWhileItIsInUse()
    {
        var page = await chromium.OpenAsync("about:blank", 375, 812, scripts: false);
        await console.SignInAsync(page);

        var person = page.GetByLabel("成员");
        await Expect(person).ToBeHiddenAsync();
        await page.Locator(".filter-fold summary").ClickAsync();
        await person.FillAsync("lisi");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();

        await Expect(person).ToHaveValueAsync("lisi");
        await Expect(person).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "清除" }).ClickAsync();
        await Expect(person).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Keyboard_FirstTab_OffersToSkipTheMenu()
    {
        var page = await chromium.OpenAsync("about:blank");
        await console.SignInAsync(page);

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
    }

    /// <summary>Keeps a picture for whoever wants to look: HONGYAN_SCREENSHOTS names the folder.</summary>
    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
