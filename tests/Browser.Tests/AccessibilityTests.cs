using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>axe finds nothing on any page of the simulator: wide and narrow, light and dark.</summary>
public sealed class AccessibilityTests(Chromium chromium, SampledPlatform simulator) : IClassFixture<Chromium>, IClassFixture<SampledPlatform>
{
    [Theory]
    [InlineData("/wecom/demo")]
    [InlineData("/wecom/demo/zhangsan")]
    [InlineData("/wecom/demo/zhangsan?panel=calls")]
    [InlineData("/wecom/demo/zhangsan?panel=routes")]
    [InlineData("/wecom/demo/zhangsan?panel=faults")]
    [InlineData("/wecom/demo/zhangsan?panel=transcript")]
    [InlineData("/wecom/demo/zhangsan?event=location_select")]
    [InlineData("/wecom/demo/zhangsan?message-type=image")]
    [InlineData("/wecom/groups/wrproject000000000000000000000001/zhangsan")]
    [InlineData("/wecom/groups/wrproject000000000000000000000001/zhangsan?message=1")]
    [InlineData("/wecom/demo/callback")]
    [InlineData("/official-account/oa")]
    [InlineData("/official-account/oa/oK7d2w3JmXcQ9fR-uYtB5nHs8LgE")]
    [InlineData("/official-account/oa/oK7d2w3JmXcQ9fR-uYtB5nHs8LgE?panel=profile")]
    [InlineData("/official-account/oa/oK7d2w3JmXcQ9fR-uYtB5nHs8LgE?message-type=voice")]
    [InlineData("/official-account/oa/callback")]
    [InlineData("/wecom/robots/robot")]
    [InlineData("/wecom/robots/robot/zhangsan")]
    [InlineData("/wecom/robots/robot/zhangsan?panel=faults")]
    [InlineData("/wecom/robots/robot/zhangsan?panel=transcript")]
    [InlineData("/wecom/robots/robot/zhangsan?message-type=mixed")]
    [InlineData("/wecom/robots/robot/callback")]
    [InlineData("/kf")]
    [InlineData("/kf/wkHYSIM000000000000000000000001/wmHYSIM000000000000000000000001")]
    [InlineData("/connect/oauth2/authorize?appid=ww2075aefc195e57e9&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fin&response_type=code&scope=snsapi_privateinfo&agentid=1000002&state=x")]
    [InlineData("/connect/oauth2/authorize?appid=wrong")]
    [InlineData("/connect/oauth2/authorize?appid=wxb29832ac04b9ee46&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fin&response_type=code&scope=snsapi_userinfo&state=x")]
    [InlineData("/connect/oauth2/authorize?appid=wxb29832ac04b9ee46&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fin&response_type=code&scope=snsapi_userinfo&state=x&sim_person=oK7d2w3JmXcQ9fR-uYtB5nHs8LgE")]
    [InlineData("/connect/oauth2/authorize?appid=wxb29832ac04b9ee46&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fin&response_type=code&scope=snsapi_userinfo&state=x&sim_person=oK7d2w3JmXcQ9fR-uYtB5nHs8LgE&sim_consent=refuse")]
    [InlineData("/connect/oauth2/authorize?appid=wxb29832ac04b9ee46&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fin&response_type=code&scope=snsapi_wrong&state=x")]
    [InlineData("/wwlogin/sso/login?login_type=CorpApp&appid=ww2075aefc195e57e9&agentid=1000002&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fin&state=x")]
    [InlineData("/help")]
    [InlineData("/not-found")]
    public async Task Page_EveryWidthAndColour_HasNoViolations(string path)
    {
        var address = new Uri(simulator.Address, path).ToString();
        var page = await chromium.OpenAsync("about:blank");
        foreach (var (width, dark) in new[] { (1280, false), (1280, true), (375, false) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            await page.GotoAsync(address);
            var found = await AxeCheck.ViolationsAsync(page);
            Assert.True(found.Count == 0, $"{path} at {width} px{(dark ? ", dark" : "")}:\n{string.Join('\n', found)}");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Band_OnAPhone_IsOneLineWhoseMenuOpens()
    {
        var page = await chromium.OpenAsync(new Uri(simulator.Address, "/wecom/demo/zhangsan").ToString(), 375, 812);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "接口说明" });

        Assert.InRange((await page.Locator(".band").BoundingBoxAsync())!.Height, 1, 48);
        await Expect(link).ToBeHiddenAsync();
        await page.Locator(".band summary").ClickAsync();
        await Expect(link).ToBeVisibleAsync();
        var found = await AxeCheck.ViolationsAsync(page);
        await link.ClickAsync();

        Assert.True(found.Count == 0, string.Join('\n', found));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "控制接口" })).ToBeVisibleAsync();
    }
}
