using System.Web;
using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class OAuthTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly Uri Back = new("http://127.0.0.1:9999/back?from=menu");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountOAuth OAuth => platform.Account.OAuth;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens an address as the phone of somebody, and follows nothing.</summary>
    private static async Task<HttpResponseMessage> OpenAsync(Uri url, string answers)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await browser.GetAsync(new Uri($"{url.GetLeftPart(UriPartial.Query)}&{answers}"), Cancellation);
    }

    private async Task<string> CodeAsync(SignInScope scope = SignInScope.Base, string openId = Xiaoman)
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", scope), $"sim_person={openId}&sim_consent=agree");
        return HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;
    }

    [Fact]
    public async Task GetTokensAsync_SilentSignIn_SaysWhoItIs()
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1"), $"sim_person={Sunyue}");
        var query = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        Assert.Equal((302, "s1", "menu"), ((int)response.StatusCode, query["state"], query["from"]));

        var tokens = await OAuth.GetTokensAsync(query["code"]!, Cancellation);

        Assert.Equal((Sunyue, "snsapi_base", 7200, false), (tokens.OpenId, tokens.Scope, tokens.ExpiresInSeconds, tokens.IsSnapshot));
        Assert.DoesNotContain(tokens.AccessToken, tokens.ToString(), StringComparison.Ordinal);
        var calls = (await platform.ControlAsync(HttpMethod.Get, "/sim/calls"))!.ToJsonString();
        Assert.Contains("/sns/oauth2/access_token", calls, StringComparison.Ordinal);
        Assert.DoesNotContain(new[] { tokens.AccessToken, tokens.RefreshToken, query["code"]!, SampleAccounts.Oa.Secret }, secret => calls.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetTokensAsync_CodeTwice_IsRefusedWith40163()
    {
        var code = await CodeAsync();
        await OAuth.GetTokensAsync(code, Cancellation);

        await RefusedAsync(40163, () => OAuth.GetTokensAsync(code, Cancellation));
    }

    [Fact]
    public async Task GetTokensAsync_AfterFiveMinutes_IsRefusedWith42003()
    {
        var code = await CodeAsync();
        await platform.AdvanceAsync(TimeSpan.FromMinutes(5));

        await RefusedAsync(42003, () => OAuth.GetTokensAsync(code, Cancellation));
    }

    [Fact]
    public async Task GetTokensAsync_MadeUp_IsRefusedWith40029() => await RefusedAsync(40029, () => OAuth.GetTokensAsync("made-up", Cancellation));

    [Fact]
    public async Task GetTokensAsync_WrongSecret_IsRefusedAndDoesNotUseUpTheCode()
    {
        var code = await CodeAsync();

        await RefusedAsync(40125, () => platform.ClientOf(SampleAccounts.Oa, "wrong").OAuth.GetTokensAsync(code, Cancellation));

        Assert.Equal(Xiaoman, (await OAuth.GetTokensAsync(code, Cancellation)).OpenId);
    }

    [Fact]
    public async Task RefreshAsync_AfterTwoHours_GivesAnotherToken()
    {
        var tokens = await OAuth.GetTokensAsync(await CodeAsync(SignInScope.Profile), Cancellation);
        Assert.Equal(tokens.AccessToken, (await OAuth.RefreshAsync(tokens.RefreshToken, Cancellation)).AccessToken);
        await platform.AdvanceAsync(TimeSpan.FromHours(2));
        await RefusedAsync(42001, () => OAuth.GetProfileAsync(tokens, Cancellation));

        var renewed = await OAuth.RefreshAsync(tokens.RefreshToken, Cancellation);

        Assert.NotEqual(tokens.AccessToken, renewed.AccessToken);
        Assert.Equal("林小满", (await OAuth.GetProfileAsync(renewed, Cancellation)).Nickname);
    }

    [Fact]
    public async Task RefreshAsync_AfterThirtyDays_IsRefusedWith42002()
    {
        var tokens = await OAuth.GetTokensAsync(await CodeAsync(), Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromDays(30));

        await RefusedAsync(42002, () => OAuth.RefreshAsync(tokens.RefreshToken, Cancellation));
        await RefusedAsync(40030, () => OAuth.RefreshAsync("made-up", Cancellation));
    }

    [Fact]
    public async Task GetProfileAsync_AfterConsent_HasTheName()
    {
        var profile = await OAuth.GetProfileAsync(await OAuth.GetTokensAsync(await CodeAsync(SignInScope.Profile), Cancellation), Cancellation);

        Assert.Equal((Xiaoman, "林小满"), (profile.OpenId, profile.Nickname));
    }

    [Fact]
    public async Task GetProfileAsync_NobodyWasAsked_IsRefusedWith48001()
    {
        var tokens = await OAuth.GetTokensAsync(await CodeAsync(), Cancellation);

        await RefusedAsync(48001, () => OAuth.GetProfileAsync(tokens, Cancellation));
    }

    [Fact]
    public async Task CheckAsync_UntilTwoHours_IsTrue()
    {
        var tokens = await OAuth.GetTokensAsync(await CodeAsync(), Cancellation);

        Assert.True(await OAuth.CheckAsync(tokens, Cancellation));
        Assert.False(await OAuth.CheckAsync(tokens with { OpenId = Zhouran }, Cancellation));
        await platform.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.False(await OAuth.CheckAsync(tokens, Cancellation));
    }

    [Fact]
    public async Task CheckAsync_TooOften_IsRefusedAndNotFalse()
    {
        var tokens = await OAuth.GetTokensAsync(await CodeAsync(), Cancellation);
        await platform.FaultAsync("/sns/auth", 45011);

        await RefusedAsync(45011, () => OAuth.CheckAsync(tokens, Cancellation));
    }

    [Fact]
    public async Task CreateAuthorizeUrl_Profile_AsksAndTakesANo()
    {
        using var asked = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", SignInScope.Profile), $"sim_person={Xiaoman}");
        using var refused = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", SignInScope.Profile), $"sim_person={Xiaoman}&sim_consent=refuse");
        using var nobody = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1"), "sim_person=");

        Assert.Equal((200, 200, 200), ((int)asked.StatusCode, (int)refused.StatusCode, (int)nobody.StatusCode));
        Assert.Contains("鸿雁示例公众号 申请获取你的信息", await asked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("孙悦", await nobody.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAuthorizeUrl_WhatWeChatRefuses_IsExplained()
    {
        var foreign = OAuth.CreateAuthorizeUrl(new Uri("https://app.example.com/back"), "s1");
        await ExplainedAsync(foreign, "10003");
        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/settings", new { webDomain = "app.example.com" });
        using (var taken = await OpenAsync(foreign, $"sim_person={Xiaoman}"))
            Assert.Equal(302, (int)taken.StatusCode);

        await ExplainedAsync(new Uri(OAuth.CreateAuthorizeUrl(Back, "s1").AbsoluteUri.Replace("snsapi_base", "snsapi_all", StringComparison.Ordinal)), "10005");
        await ExplainedAsync(new Uri(platform.Address, $"/connect/oauth2/authorize?redirect_uri=x&appid={SampleAccounts.Oa.AppId}&response_type=code&scope=snsapi_base&state=1"), "appid, redirect_uri");
        await platform.UnverifyAsync();
        await ExplainedAsync(OAuth.CreateAuthorizeUrl(Back, "s1"), "10005");

        async Task ExplainedAsync(Uri url, string sign)
        {
            using var response = await OpenAsync(url, $"sim_person={Xiaoman}");
            Assert.Equal(400, (int)response.StatusCode);
            Assert.Contains(sign, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }
}
