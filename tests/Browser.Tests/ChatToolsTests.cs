using System.Net.Http.Json;
using Hongyan.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>What a colleague is shown: pictures, faults, transcripts.</summary>
public class ChatToolsTests(Chromium chromium) : IClassFixture<Chromium>
{
    // One red pixel beside a blue one.
    private const string TwoPixels = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Picture_Sent_ComesBackMirrored()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ffmpeg"), "ffmpeg is not installed (Debian: ffmpeg)");
        await using var running = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync($"{running.Simulator.BaseAddress}wecom/demo/zhangsan?message-type=image");

        await page.Locator("#field-media").SetInputFilesAsync(new FilePayload { Name = "左右.png", MimeType = "image/png", Buffer = Convert.FromBase64String(TwoPixels) });
        await page.Locator("#act-form").GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();

        await Expect(page.Locator("#entries img")).ToHaveCountAsync(2);
        Assert.Equal("red blue", await ColoursAsync(page.Locator("#entries img").First));
        Assert.Equal("blue red", await ColoursAsync(page.Locator("#entries img").Last));
    }

    [Fact]
    public async Task Answer_DelayedPastTheDeadline_ArrivesOnTheRetry()
    {
        await using var running = await RunningServer.StartAsync();
        await running.SetDeadlineAsync(TimeSpan.FromSeconds(5));
        var faults = await running.Simulator.PutAsJsonAsync("/sim/apps/demo/faults", new[] { new { kind = "delay", messages = 1 } }, TestContext.Current.CancellationToken);
        Assert.True(faults.IsSuccessStatusCode, await faults.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var page = await chromium.OpenAsync($"{running.Simulator.BaseAddress}wecom/demo/zhangsan");

        await page.Locator("#content").FillAsync("计数");
        await page.Locator("#content").PressAsync("Enter");

        await Expect(page.Locator("#entries")).ToContainTextAsync("你一共发过 1 次计数。");
        await page.Locator("#entries").GetByRole(AriaRole.Link, new() { Name = "报文" }).First.ClickAsync();
        await Expect(page.Locator("#wire .attempt")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData("> 你好\n< 你说：你好\n", "一致")]
    [InlineData("> 你好\n< 再见\n", "再见")]
    public async Task Transcript_Replayed_SaysWhetherItStillHolds(string conversation, string report)
    {
        await using var running = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync($"{running.Simulator.BaseAddress}wecom/demo/zhangsan?panel=transcript");

        await page.Locator("#replay-form textarea").FillAsync($"app: demo\nperson: zhangsan\n\n{conversation}");
        await page.Locator("#replay-form button[type=submit]").ClickAsync();

        await Expect(page.Locator("#replay-report")).ToContainTextAsync(report);
    }

    private static async Task<string> ColoursAsync(ILocator image) => await image.EvaluateAsync<string>(
        """
        async picture => {
          await picture.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: 2, height: 1 });
          const drawing = canvas.getContext('2d');
          drawing.drawImage(picture, 0, 0);
          const [r1, , b1, , r2, , b2] = drawing.getImageData(0, 0, 2, 1).data;
          return `${r1 > b1 ? 'red' : 'blue'} ${r2 > b2 ? 'red' : 'blue'}`;
        }
        """);
}
