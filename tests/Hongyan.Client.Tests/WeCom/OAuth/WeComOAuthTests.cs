using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.OAuth;

public sealed class WeComOAuthTests : IDisposable
{
    private static readonly Uri Back = new("https://app.example.com:8443/登录?next=/a b&x=1");

    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComOAuth OAuth => _test.Client.OAuth;

    public void Dispose() => _test.Dispose();

    [Fact]
    public void CreateAuthorizeUrl_Silent_IsThePlatformsForm() => Assert.Equal(
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww1"
        + "&redirect_uri=https%3A%2F%2Fapp.example.com%3A8443%2F%25E7%2599%25BB%25E5%25BD%2595%3Fnext%3D%2Fa%2520b%26x%3D1"
        + "&response_type=code&scope=snsapi_base&state=abc123&agentid=1000002#wechat_redirect",
        OAuth.CreateAuthorizeUrl(Back, "abc123").AbsoluteUri);

    [Fact]
    public void CreateAuthorizeUrl_PrivateInformationWithoutAgentId_SaysWhatToSet()
    {
        using var test = new TestClient(agentId: null);

        Assert.DoesNotContain("agentid", test.Client.OAuth.CreateAuthorizeUrl(Back, "a").Query, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => test.Client.OAuth.CreateAuthorizeUrl(Back, "a", OAuthScope.PrivateInformation));
    }

    [Fact]
    public void CreateAuthorizeUrl_PrivateInformation_AsksForIt() =>
        Assert.Contains("&scope=snsapi_privateinfo&", OAuth.CreateAuthorizeUrl(Back, "a", OAuthScope.PrivateInformation).Query, StringComparison.Ordinal);

    [Fact]
    public void CreateQrLoginUrl_Always_IsThePlatformsForm() => Assert.Equal(
        "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=ww1&agentid=1000002&redirect_uri=https%3A%2F%2Fa.cn%2F&state=S",
        OAuth.CreateQrLoginUrl(new("https://a.cn"), "S").AbsoluteUri);

    [Fact]
    public void CreateUrls_SignInBaseAddress_GoThere()
    {
        using var http = new HttpClient();
        var client = new WeComClient(http, new() { CorpId = "ww1", Secret = "s", AgentId = 2, SignInBaseAddress = new("http://127.0.0.1:5090") });

        Assert.StartsWith("http://127.0.0.1:5090/connect/oauth2/authorize?", client.OAuth.CreateAuthorizeUrl(Back, "a").AbsoluteUri, StringComparison.Ordinal);
        Assert.StartsWith("http://127.0.0.1:5090/wwlogin/sso/login?", client.OAuth.CreateQrLoginUrl(Back, "a").AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a-b", 0)]
    [InlineData("状态", 0)]
    public void CreateAuthorizeUrl_StateOutOfItsLimit_Throws(string state, double limit) =>
        Assert.Equal(("state", limit), (Assert.Throws<FieldLimitException>(() => OAuth.CreateAuthorizeUrl(Back, state)) is var refusal ? (refusal.Field, refusal.Limit) : default));

    [Fact]
    public void CreateAuthorizeUrl_StateOf129_Throws() =>
        Assert.Equal(128, Assert.Throws<FieldLimitException>(() => OAuth.CreateQrLoginUrl(Back, new string('a', 129))).Limit);

    [Fact]
    public void CreateAuthorizeUrl_NotAWebAddress_Throws() =>
        Assert.Throws<ArgumentException>(() => OAuth.CreateAuthorizeUrl(new("/back", UriKind.Relative), "a"));

    [Fact]
    public async Task GetIdentityAsync_Member_HasIdAndTicketAndShowsNoTicket()
    {
        _test.Platform.Answer("""{"errcode":0,"userid":"zhangsan","user_ticket":"the-ticket"}""");

        var identity = await OAuth.GetIdentityAsync("a+b/c", Cancellation);

        Assert.Equal("a+b/c", _test.Platform.Calls[0].Query("code"));
        Assert.Equal((true, "zhangsan", "the-ticket", "member zhangsan"), (identity.IsMember, identity.UserId, identity.UserTicket, $"{identity}"));
    }

    [Theory]
    [InlineData("""{"errcode":0,"openid":"o1","external_userid":"wm1"}""", "wm1", "customer wm1")]
    [InlineData("""{"errcode":0,"openid":"o1","userid":""}""", null, "visitor o1")]
    public async Task GetIdentityAsync_SomebodyFromOutside_IsNoMember(string json, string? customer, string shown)
    {
        _test.Platform.Answer(json);

        var identity = await OAuth.GetIdentityAsync("c", Cancellation);

        Assert.Equal((false, "o1", customer, shown), (identity.IsMember, identity.OpenId, identity.ExternalUserId, $"{identity}"));
    }

    [Fact]
    public async Task GetUserDetailAsync_LittleAgreedTo_IsNull()
    {
        _test.Platform.Answer("""{"errcode":0,"userid":"zhangsan","gender":"","avatar":"","mobile":"13800000000"}""");

        var detail = await OAuth.GetUserDetailAsync("t", Cancellation);

        Assert.Equal("""{"user_ticket":"t"}""", _test.Platform.Calls[0].Text);
        Assert.Equal((UserGender.Unknown, null, "13800000000"), (detail.Gender, detail.AvatarUrl, detail.Mobile));
    }
}
