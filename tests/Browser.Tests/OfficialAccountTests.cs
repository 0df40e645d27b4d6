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

        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"official-account-{width}.png") });
    }

    private static async Task<WebApplication> StartBotAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var bot = builder.Build();
        bot.Run(async context =>
        {
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
