using System.Text.Json;
using System.Web;
using Hongyan.Conformance.Tests;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>Web pages that are opened from the chat: who opens them, and the stand-in for the JS-SDK.</summary>
public class WebPageTests(Chromium chromium, SimulatedPlatform platform) : IClassFixture<Chromium>, IClassFixture<SimulatedPlatform>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_AfterTheChatPage_IsThePersonInFront()
    {
        var page = await chromium.OpenAsync($"{platform.Address}wecom/demo/lisi");
        await Expect(page.Locator(".workspace[data-member=lisi]")).ToHaveCountAsync(1);

        await page.GotoAsync(platform.Client.OAuth.CreateAuthorizeUrl(new Uri(platform.Address, "/help"), "s1").AbsoluteUri);

        var back = new Uri(page.Url);
        Assert.Equal("/help", back.AbsolutePath);
        var identity = await platform.Client.OAuth.GetIdentityAsync(HttpUtility.ParseQueryString(back.Query)["code"]!, Cancellation);
        Assert.Equal("lisi", identity.UserId);
    }

    [Fact]
    public async Task SignIn_PrivateInformation_GoesBackWhenAgreed()
    {
        var page = await chromium.OpenAsync(
            platform.Client.OAuth.CreateAuthorizeUrl(new Uri(platform.Address, "/help"), "s1", OAuthScope.PrivateInformation).AbsoluteUri, width: 375, height: 700);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.GetByRole(AriaRole.Link, new() { Name = "李思" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "同意" }).ClickAsync();

        await page.WaitForURLAsync("**/help?code=*");
    }

    [Fact]
    public async Task JsSdk_GoodSignatures_AreTakenAndFunctionsAnswer()
    {
        await using var site = await ServeAsync();
        var url = new Uri($"{site.Urls.First()}/page?class=三年二班").AbsoluteUri;

        var page = await chromium.OpenAsync(url + "#top");

        await Expect(page.Locator("#config")).ToHaveTextAsync("config:ok");
        await Expect(page.Locator("#agent")).ToHaveTextAsync("agentConfig:ok");
        Assert.Equal("normal", await page.EvaluateAsync<string>("ww.getContext().then((context) => context.entry)"));
    }

    [Fact]
    public async Task JsSdk_SignatureOfAnotherPage_IsInvalidAndExplained()
    {
        await using var site = await ServeAsync(url => url.Split('?')[0]);
        var page = await chromium.OpenAsync("about:blank");
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("invalid signature", StringComparison.Ordinal))
                said.TrySetResult(message.Text);
        };

        await page.GotoAsync($"{site.Urls.First()}/page?class=3");

        await Expect(page.Locator("#config")).ToHaveTextAsync("config:fail, invalid signature");
        Assert.Contains($"签的是另一个地址：{site.Urls.First()}/page。", await said.Task.WaitAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A web site of its own, as a bot's is: the page that it shows signs the address that <paramref name="choose"/> makes of its own.</summary>
    private async Task<WebApplication> ServeAsync(Func<string, string>? choose = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/page", async (HttpContext http) =>
        {
            var url = http.Request.GetEncodedUrl();
            var registration = await platform.Client.JsSdk.RegisterAsync(choose?.Invoke(url) ?? url, http.RequestAborted);
            return Results.Content(PageWith(registration), "text/html; charset=utf-8");
        });
        await site.StartAsync(Cancellation);
        return site;
    }

    private string PageWith(JsSdkRegistration registration) =>
        $$"""
        <!DOCTYPE html><meta charset="utf-8"><p id="config"></p><p id="agent"></p>
        <script src="{{platform.Address}}sim/js/wecom-jssdk-2.0.2.js"></script>
        <script>
          const server = {{JsonSerializer.Serialize(registration, JsonSerializerOptions.Web)}};
          const show = (id) => ({ errMsg }) => { document.getElementById(id).textContent = errMsg; };
          ww.register({
            corpId: server.corpId, agentId: server.agentId,
            getConfigSignature: () => server.config, onConfigComplete: show("config"),
            getAgentConfigSignature: () => server.agentConfig, onAgentConfigComplete: show("agent"),
          });
        </script>
        """;
}
