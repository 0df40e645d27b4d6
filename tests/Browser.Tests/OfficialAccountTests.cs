using System.Net;
using System.Xml.Linq;
using Hongyan.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>Somebody meets an Official Account: follows it, says 你好, taps its menu and reads what comes back.</summary>
public class OfficialAccountTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(375, 812)]
    public async Task Chat_FollowedAndSpokenTo_ShowsTheAnswers(int width, int height)
    {
        await using var bot = await StartBotAsync();
        await using var simulator = SimulatorHost.Build(
        [
            "--urls", "http://127.0.0.1:0", "--Simulator:OfficialAccounts:oa:Mode", "Plaintext",
            "--Simulator:OfficialAccounts:oa:CallbackUrl", bot.Urls.First() + "/oa",
        ]);
        await simulator.StartAsync(TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync($"{simulator.Urls.First()}/official-account/oa", width, height);
        var entries = page.Locator("#entries");

        await page.GetByRole(AriaRole.Link, new() { Name = "孙悦" }).First.ClickAsync();
        await Expect(page.Locator("#composer-error")).ToContainTextAsync("没有关注");
        await page.GetByRole(AriaRole.Link, new() { Name = "资料" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "关注公众号" }).ClickAsync();
        await Expect(entries).ToContainTextAsync("欢迎关注");
        if (width < 1100)
            await page.Locator(".wire .close").ClickAsync();

        await page.Locator("#content").FillAsync("你好");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();
        await Expect(entries).ToContainTextAsync("你说：你好");

        await page.Locator("#menu-bar summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "帮助", Exact = true }).ClickAsync();
        await Expect(entries).ToContainTextAsync("点了 help");

        await ShootAsync(page, $"official-account-{width}");
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(375, 812)]
    public async Task Authorize_AskedForNameAndPicture_CanRefuseAndAgree(int width, int height)
    {
        await using var site = await StartBotAsync();
        await using var simulator = SimulatorHost.Build(["--urls", "http://127.0.0.1:0"]);
        await simulator.StartAsync(TestContext.Current.CancellationToken);
        var back = $"{site.Urls.First()}/in";
        var page = await chromium.OpenAsync(
            $"{simulator.Urls.First()}/connect/oauth2/authorize?appid=wxb29832ac04b9ee46&redirect_uri={Uri.EscapeDataString(back)}&response_type=code&scope=snsapi_userinfo&state=x",
            width, height);

        await ShootAsync(page, $"authorize-who-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "孙悦" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToContainTextAsync("申请");
        await Expect(page.GetByText("孙悦").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "同意" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "拒绝" })).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await ShootAsync(page, $"authorize-{width}");

        await page.GetByRole(AriaRole.Link, new() { Name = "拒绝" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "同意" })).ToHaveCountAsync(0);
        await ShootAsync(page, $"authorize-refused-{width}");
        await page.Locator("a.button").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "同意" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^" + System.Text.RegularExpressions.Regex.Escape(back) + @"\?code=[^&]+&state=x$"));
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    private static async Task<WebApplication> StartBotAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var bot = builder.Build();
        bot.Run(async context =>
        {
            if (HttpMethods.IsGet(context.Request.Method))
                return;
            using var reader = new StreamReader(context.Request.Body);
            var received = XElement.Parse(await reader.ReadToEndAsync(context.RequestAborted));
            var answer = (Value(received, "Event"), Value(received, "Content")) switch
            {
                ("subscribe", _) => "欢迎关注",
                ("CLICK", _) => "点了 " + Value(received, "EventKey"),
                (_, { } words) => "你说：" + words,
                _ => "",
            };
            await context.Response.WriteAsync(
                $"<xml><ToUserName>{Value(received, "FromUserName")}</ToUserName><FromUserName>{Value(received, "ToUserName")}</FromUserName>"
                + $"<CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content>{WebUtility.HtmlEncode(answer)}</Content></xml>",
                context.RequestAborted);
        });
        await bot.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    private static string? Value(XElement received, string name) => received.Element(name)?.Value;
}
