using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class SignInPageTests : IAsyncLifetime
{
    private const string Back = "http%3A%2F%2F127.0.0.1%3A8000%2Fback%3Fa%3D1%23top";

    private static readonly string Authorize = $"/connect/oauth2/authorize?appid={SampleApps.Demo.CorpId}&redirect_uri={Back}&response_type=code&scope=snsapi_base&state=s1&agentid=1000002";

    private RunningSimulator _simulator = null!;
    private PageClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        _browser = new PageClient(_simulator);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Authorize_NobodyInFront_AsksWhoItIs()
    {
        var (status, html, _) = await _browser.GetAsync(Authorize);

        Assert.Equal(200, status);
        Assert.Contains("sim_person=zhangsan", html, StringComparison.Ordinal);
        Assert.Contains("sim_person=_visitor", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_PersonOfTheChatPage_GoesBackAtOnce()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Authorize, UriKind.Relative)) { Headers = { { "Cookie", "hongyan-simulator-person=zhangsan" } } };
        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Matches("^http://127\\.0\\.0\\.1:8000/back\\?a=1&code=[\\w-]{43}&state=s1#top$", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("appid=ww2075aefc195e57e9", "appid=wwother", "40013")]
    [InlineData("agentid=1000002", "agentid=7", "40056")]
    [InlineData("state=s1", "state=s-1", "84025")]
    [InlineData("response_type=code", "response_type=token", "response_type")]
    [InlineData("scope=snsapi_base", "scope=openid", "openid")]
    [InlineData("redirect_uri=http%3A%2F%2F127.0.0.1%3A8000", "redirect_uri=https%3A%2F%2Fapp.example.com%3A8443", "app.example.com:8443")]
    [InlineData("redirect_uri=http%3A%2F%2F127.0.0.1%3A8000", "redirect_uri=javascript%3Aalert(1)", "50001")]
    public async Task Authorize_WrongParameter_SaysWhatAndSignsNobodyIn(string right, string wrong, string named)
    {
        var (status, html, location) = await _browser.GetAsync(Authorize.Replace(right, wrong, StringComparison.Ordinal) + "&sim_person=zhangsan");

        Assert.Equal((400, null), (status, location));
        Assert.Contains(named, html, StringComparison.Ordinal);
        Assert.DoesNotContain("SignIn_", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_PrivateInformation_AsksAndTakesNoForAnAnswer()
    {
        var path = Authorize.Replace("snsapi_base", "snsapi_privateinfo", StringComparison.Ordinal) + "&sim_person=zhangsan";

        var asked = await _browser.GetAsync(path, "en");
        var refused = await _browser.GetAsync(path + "&sim_consent=refuse");
        var agreed = await _browser.GetAsync(path + "&sim_consent=agree");

        Assert.Contains("13800000001", asked.Html, StringComparison.Ordinal);
        Assert.Contains("asks for your details", asked.Html, StringComparison.Ordinal);
        Assert.Equal((200, null), (refused.Status, refused.Location));
        Assert.Equal(302, agreed.Status);
    }

    [Fact]
    public async Task Authorize_MemberWhoHasLeft_IsAskedWhoItIs()
    {
        using var left = await _simulator.Http.PatchAsync(
            new Uri("/sim/members/zhangsan", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { status = "left" }), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)left.StatusCode);

        var (status, html, _) = await _browser.GetAsync(Authorize + "&sim_person=zhangsan");

        Assert.Equal(200, status);
        Assert.DoesNotContain("张三", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/wwlogin/sso/login?login_type=CorpApp&", false)]
    [InlineData("/wwopen/sso/qrConnect?", true)]
    public async Task QrLogin_Scanned_GoesBackWithACode(string page, bool namesTheCorp)
    {
        var path = $"{page}appid={SampleApps.Demo.CorpId}&agentid=1000002&redirect_uri={Back}&state=s1";

        var shown = await _browser.GetAsync(path);
        var scanned = await _browser.GetAsync(path + "&sim_person=lisi");

        Assert.Contains("<svg", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("_visitor", shown.Html, StringComparison.Ordinal);
        Assert.Equal(302, scanned.Status);
        Assert.Equal(namesTheCorp, scanned.Location!.OriginalString.Contains($"&appid={SampleApps.Demo.CorpId}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jweixin-1.2.0.js")]
    [InlineData("jwxwork-1.0.0.js")]
    [InlineData("wecom-jssdk-2.0.2.js")]
    public async Task JsSdk_EveryScript_IsServed(string name)
    {
        using var response = await _simulator.Http.GetAsync(new Uri($"/sim/js/{name}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("window.ww", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpId=wwother", 40013)]
    [InlineData("corpId=ww2075aefc195e57e9&kind=agentConfig&agentId=7", 40056)]
    [InlineData("corpId=ww2075aefc195e57e9&url=https%3A%2F%2Fapp.example.com%2F", 80001)]
    [InlineData("corpId=ww2075aefc195e57e9&url=http%3A%2F%2F127.0.0.1%2F", 40093)]
    public async Task JsSdk_Check_ExplainsInTheReadersLanguage(string query, int code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/sim/js/check?{query}", UriKind.Relative)) { Headers = { { "Origin", "http://127.0.0.1:8000" }, { "Accept-Language", "en" } } };
        using var response = await _simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await RunningSimulator.ReadAsync(response);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(code, (int)answer["errorCode"]!);
        Assert.Contains($"{code}", (string?)answer["explanation"], StringComparison.Ordinal);
        Assert.DoesNotContain("JsSdk_", (string?)answer["explanation"], StringComparison.Ordinal);
    }
}
