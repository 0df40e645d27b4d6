using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.OfficialAccount;

namespace Hongyan.Client.Tests.OfficialAccount;

public sealed class OfficialAccountClientTests : IDisposable
{
    private readonly OfficialAccountTestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private Task<JsonElement> CallAsync(string path = "/cgi-bin/user/info?openid=oA1") =>
        _test.Client.SendAsync(HttpMethod.Get, path, cancellationToken: Cancellation);

    [Fact]
    public async Task SendAsync_FirstCall_FetchesAStableTokenWithTheSecretInTheBodyOnly()
    {
        Platform.Answer("""{"openid":"oA1"}""");

        var answer = await CallAsync();

        Assert.Equal("oA1", answer.GetProperty("openid").GetString());
        var fetch = Assert.Single(Platform.TokenFetches);
        Assert.Equal("https://api.weixin.qq.com/cgi-bin/stable_token", fetch.Uri.AbsoluteUri);
        Assert.Equal(HttpMethod.Post, fetch.Method);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["grant_type"] = "client_credential", ["appid"] = "wx1", ["secret"] = OfficialAccountTestClient.Secret, ["force_refresh"] = false },
            JsonNode.Parse(fetch.Text)));
        Assert.Equal("https://api.weixin.qq.com/cgi-bin/user/info?openid=oA1&access_token=very-secret-token-1", Assert.Single(Platform.Calls).Uri.AbsoluteUri);
    }

    [Fact]
    public async Task SendAsync_AThousandAtOnce_FetchOneToken()
    {
        Platform.Otherwise = _ => FakePlatform.Json("""{"errcode":0}""");

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => CallAsync()))).WaitAsync(TestTimeouts.Default, Cancellation);

        Assert.Single(Platform.TokenFetches);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task SendAsync_TokenRefused_RefreshesAndRepeatsOnce(int code)
    {
        Platform.Answer(FakePlatform.Error(code, "invalid credential, access_token is invalid or not latest rid: 1"));
        Platform.Answer("""{"errcode":0}""");

        await CallAsync();

        Assert.Equal(["very-secret-token-1", "very-secret-token-2"], Platform.Calls.Select(call => call.AccessToken));
    }

    [Fact]
    public async Task SendAsync_PlatformGivesTheSameTokenAgain_DoesNotRepeat()
    {
        Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Token("the-same"));
        Platform.Answer(FakePlatform.Error(40001, "invalid credential"));

        Assert.Equal(40001, (await Assert.ThrowsAsync<PlatformApiException>(() => CallAsync())).Code);
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task SendAsync_NearTheTokensEnd_TakesTheOneThatThePlatformGivesThen()
    {
        // The platform hands out the same token until five minutes before its end, with what is left of it.
        Platform.IssueToken = (number, _) => Task.FromResult(FakePlatform.Token(number < 3 ? "first" : "second", number == 2 ? 720 : 7200));
        Platform.Otherwise = _ => FakePlatform.Json("""{"errcode":0}""");

        await CallAsync();
        _test.Time.Advance(TimeSpan.FromMinutes(108));
        await CallAsync();
        _test.Time.Advance(TimeSpan.FromMinutes(11));
        await CallAsync();

        Assert.Equal(["first", "first", "second"], Platform.Calls.Select(call => call.AccessToken));
    }

    [Fact]
    public async Task SendAsync_WrongSecret_SaysWhereItIsAndNeverShowsIt()
    {
        Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Error(40125, $"invalid appsecret {OfficialAccountTestClient.Secret} rid: 1"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => CallAsync());

        Assert.Equal("POST /cgi-bin/stable_token", refusal.Endpoint);
        Assert.Contains("AppSecret", refusal.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain(OfficialAccountTestClient.Secret, refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(Platform.Calls);
    }

    [Theory]
    [InlineData(40164, "invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist rid: 60196b9b", "Add 1.2.3.4 at 设置与开发 → 基本配置 → IP白名单.")]
    [InlineData(40164, "not in whitelist", "Add this machine's public address at 设置与开发 → 基本配置 → IP白名单.")]
    [InlineData(40003, "invalid openid", "No follower has this open id")]
    [InlineData(40013, "invalid appid", "AppID")]
    [InlineData(45009, "reach max api daily quota limit", "quota of the day")]
    [InlineData(45015, "response out of time limit or subscription is canceled", "They have to write first")]
    [InlineData(45047, "out of response count limit", "five after a message")]
    [InlineData(48001, "api unauthorized", "微信认证")]
    public async Task SendAsync_Refused_SaysWhatToDo(int code, string message, string hint)
    {
        Platform.Answer(FakePlatform.Error(code, message));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => CallAsync());

        Assert.Equal(code, refusal.Code);
        Assert.Contains(hint, refusal.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_Busy_IsMadeAgain()
    {
        using var test = new OfficialAccountTestClient(retries: 1);
        test.Platform.Answer(FakePlatform.Error(-1, "system error"));
        test.Platform.Answer("""{"errcode":0}""");

        var call = test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/custom/send", new JsonObject { ["touser"] = "oA1" }, Cancellation);
        await test.Time.PassPausesAsync(call, TimeSpan.FromSeconds(4)).WaitAsync(TestTimeouts.Default, Cancellation);
        await call;

        Assert.Equal(2, test.Platform.Calls.Count);
    }

    [Fact]
    public async Task SendAsync_ChangeIsAnsweredByAGateway_IsNotMadeAgain()
    {
        using var test = new OfficialAccountTestClient(retries: 3);
        test.Platform.Answer(FakePlatform.Json("<html>", HttpStatusCode.BadGateway));

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(
            () => test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/custom/send", new JsonObject(), Cancellation));

        Assert.True(failure.MayHaveTakenEffect);
        Assert.Single(test.Platform.Calls);
    }

    [Fact]
    public async Task SendAsync_AccountsOfOneStore_EachUseTheirOwnToken()
    {
        var store = new MemoryAccessTokenStore();
        using var first = new OfficialAccountTestClient(store, "wx1");
        using var second = new OfficialAccountTestClient(store, "wx2");
        first.Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Token("of-one"));
        second.Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Token("of-two"));
        first.Platform.Otherwise = second.Platform.Otherwise = _ => FakePlatform.Json("{}");

        foreach (var client in new[] { first, second, first })
            await client.Client.SendAsync(HttpMethod.Get, "/cgi-bin/menu/get", cancellationToken: Cancellation);

        Assert.All(first.Platform.Calls, call => Assert.Equal("of-one", call.AccessToken));
        Assert.All(second.Platform.Calls, call => Assert.Equal("of-two", call.AccessToken));
        Assert.Single(first.Platform.TokenFetches);
    }

    [Fact]
    public void Key_OfAnOfficialAccount_HasPlatformAppIdAndNoSecret()
    {
        var key = $"{AccessTokenKey.ForOfficialAccount("wx1", OfficialAccountTestClient.Secret)}";

        Assert.StartsWith("OfficialAccount:wx1:-:", key, StringComparison.Ordinal);
        Assert.DoesNotContain(OfficialAccountTestClient.Secret, key, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoSecret_Throws()
    {
        using var http = new HttpClient(Platform, disposeHandler: false);

        Assert.Throws<ArgumentException>(() => new OfficialAccountClient(http, new OfficialAccountClientOptions { AppId = "wx1", Secret = "" }));
    }
}
