using System.Web;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class OAuthTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly Uri Back = new("http://127.0.0.1:9999/back?from=menu");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComOAuth OAuth => platform.Client.OAuth;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RefusedAsync(int code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    /// <summary>Opens the address as the phone of somebody, and follows nothing.</summary>
    private static async Task<HttpResponseMessage> OpenAsync(Uri url, string answers)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await browser.GetAsync(new Uri($"{url.GetLeftPart(UriPartial.Query)}&{answers}"), Cancellation);
    }

    private static string CodeOf(HttpResponseMessage response) => HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;

    [Fact]
    public async Task GetIdentityAsync_SilentSignIn_NamesTheMemberOnce()
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1"), "sim_person=lisi");
        var location = response.Headers.Location!;
        Assert.Equal((302, "s1", "menu"), ((int)response.StatusCode, HttpUtility.ParseQueryString(location.Query)["state"], HttpUtility.ParseQueryString(location.Query)["from"]));

        var identity = await OAuth.GetIdentityAsync(CodeOf(response), Cancellation);

        Assert.Equal((true, "lisi", null), (identity.IsMember, identity.UserId, identity.UserTicket));
        await RefusedAsync(40029, () => OAuth.GetIdentityAsync(CodeOf(response), Cancellation));
    }

    [Fact]
    public async Task GetIdentityAsync_AfterFiveMinutes_IsRefusedWith40029()
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1"), "sim_person=lisi");
        await platform.AdvanceAsync(TimeSpan.FromMinutes(5));

        await RefusedAsync(40029, () => OAuth.GetIdentityAsync(CodeOf(response), Cancellation));
    }

    [Fact]
    public async Task GetIdentityAsync_CodeOfAnotherApp_IsRefusedAndNotUsedUp()
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1"), "sim_person=lisi");

        await RefusedAsync(40029, () => platform.ClientOf(SampleApps.Echo).OAuth.GetIdentityAsync(CodeOf(response), Cancellation));
        Assert.Equal("lisi", (await OAuth.GetIdentityAsync(CodeOf(response), Cancellation)).UserId);
    }

    [Fact]
    public async Task GetIdentityAsync_SomebodyFromOutside_HasAnOpenId()
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", OAuthScope.PrivateInformation), "sim_person=_visitor");

        var identity = await OAuth.GetIdentityAsync(CodeOf(response), Cancellation);

        Assert.False(identity.IsMember);
        Assert.NotNull(identity.OpenId);
        Assert.Null(identity.UserTicket);
    }

    [Fact]
    public async Task GetUserDetailAsync_AfterConsent_TellsWhatIsPrivate()
    {
        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", OAuthScope.PrivateInformation), "sim_person=lisi&sim_consent=agree");
        var identity = await OAuth.GetIdentityAsync(CodeOf(response), Cancellation);

        var detail = await OAuth.GetUserDetailAsync(identity.UserTicket!, Cancellation);

        Assert.Equal(("lisi", UserGender.Female, "13800000002", "lisi@example.com"), (detail.UserId, detail.Gender, detail.Mobile, detail.Email));
        await RefusedAsync(84015, () => OAuth.GetUserDetailAsync("made-up", Cancellation));
        await platform.AdvanceAsync(TimeSpan.FromMinutes(30));
        await RefusedAsync(84014, () => OAuth.GetUserDetailAsync(identity.UserTicket!, Cancellation));
    }

    [Fact]
    public async Task CreateAuthorizeUrl_PrivateInformation_AsksTheMember()
    {
        using var asked = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", OAuthScope.PrivateInformation), "sim_person=lisi");
        using var refused = await OpenAsync(OAuth.CreateAuthorizeUrl(Back, "s1", OAuthScope.PrivateInformation), "sim_person=lisi&sim_consent=refuse");

        Assert.Contains("13800000002", await asked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal((200, 200), ((int)asked.StatusCode, (int)refused.StatusCode));
    }

    [Fact]
    public async Task CreateAuthorizeUrl_ForeignDomain_IsRefusedUntilTrusted()
    {
        var foreign = new Uri("https://app.example.com:8443/back");
        using (var refused = await OpenAsync(OAuth.CreateAuthorizeUrl(foreign, "s1"), "sim_person=lisi"))
        {
            Assert.Equal(400, (int)refused.StatusCode);
            Assert.Contains("50001", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        await platform.Client.Agents.UpdateAsync(new() { TrustedDomain = "app.example.com:8443" }, Cancellation);

        using var response = await OpenAsync(OAuth.CreateAuthorizeUrl(foreign, "s1"), "sim_person=lisi");
        Assert.StartsWith("https://app.example.com:8443/back?code=", response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateQrLoginUrl_Scanned_NamesTheMember()
    {
        using var response = await OpenAsync(OAuth.CreateQrLoginUrl(Back, "s1"), "sim_person=zhaomin");

        Assert.Equal("zhaomin", (await OAuth.GetIdentityAsync(CodeOf(response), Cancellation)).UserId);
    }
}
