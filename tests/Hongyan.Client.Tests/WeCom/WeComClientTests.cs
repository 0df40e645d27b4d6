using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

public sealed partial class WeComClientTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private Task<JsonElement> CallAsync(string path = "/cgi-bin/user/get?userid=zhangsan") =>
        _test.Client.SendAsync(HttpMethod.Get, path, cancellationToken: Cancellation);

    [Fact]
    public async Task SendAsync_FirstCall_FetchesATokenAndAddsItToTheQuery()
    {
        Platform.Answer("""{"errcode":0,"errmsg":"ok","name":"张三"}""");

        var answer = await CallAsync();

        Assert.Equal("张三", answer.GetProperty("name").GetString());
        var fetch = Assert.Single(Platform.TokenFetches);
        Assert.Equal(HttpMethod.Get, fetch.Method);
        Assert.Equal("ww1", fetch.Query("corpid"));
        Assert.Equal(TestClient.Secret, fetch.Query("corpsecret"));
        var call = Assert.Single(Platform.Calls);
        Assert.Equal("https://qyapi.weixin.qq.com/cgi-bin/user/get?userid=zhangsan&access_token=very-secret-token-1", call.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task SendAsync_PathWithoutQuery_StartsTheQuery()
    {
        Platform.Answer("""{"errcode":0}""");

        await CallAsync("/cgi-bin/agent/list");

        Assert.Equal("?access_token=very-secret-token-1", Platform.Calls[0].Uri.Query);
    }

    [Fact]
    public async Task SendAsync_JsonBody_WritesChineseAndEmojiAsTheyAre()
    {
        Platform.Answer("""{"errcode":0}""");

        await _test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/send",
            new JsonObject { ["touser"] = "zhangsan", ["text"] = new JsonObject { ["content"] = "你好🦆 <a href=\"#\">+</a>'" } }, Cancellation);

        Assert.Equal("""{"touser":"zhangsan","text":{"content":"你好🦆 <a href=\"#\">+</a>'"}}""", Platform.Calls[0].Text);
        Assert.Equal("application/json; charset=utf-8", Platform.Calls[0].ContentType);
        Assert.Equal(Platform.Calls[0].Body.Length, Platform.Calls[0].ContentLength);
    }

    [Fact]
    public async Task SendAsync_GeneratedTypes_WritesAndReadsThem()
    {
        Platform.Answer("""{"errcode":0,"errmsg":"created","id":7}""");

        var created = await _test.Client.SendAsync(
            HttpMethod.Post, "/cgi-bin/department/create", new NewDepartment("研发部"), OwnJson.Default.NewDepartment, OwnJson.Default.Created, Cancellation);

        Assert.Equal(7, created.Id);
        Assert.Equal("""{"name":"研发部"}""", Platform.Calls[0].Text);
    }

    [Fact]
    public async Task SendAsync_GeneratedAnswerType_ReadsIt()
    {
        Platform.Answer("""{"errcode":0,"id":8}""");

        Assert.Equal(8, (await _test.Client.SendAsync(HttpMethod.Get, "/cgi-bin/department/get?id=8", OwnJson.Default.Created, Cancellation)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cgi-bin/user/get")]
    [InlineData("https://example.org/cgi-bin/user/get")]
    [InlineData("/cgi-bin/user/get?access_token=mine")]
    [InlineData("/cgi-bin/user/get#part")]
    public async Task SendAsync_NotAPath_Throws(string path)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => CallAsync(path));

        Assert.Empty(Platform.TokenFetches);
    }

    [Theory]
    [InlineData("//example.org/x")]
    [InlineData("/\\example.org/x")]
    [InlineData("/@example.org/x")]
    public async Task SendAsync_PathThatLooksLikeAnotherHost_StaysWithThePlatform(string path)
    {
        Platform.Answer("""{"errcode":0}""");

        await CallAsync(path);

        Assert.Equal("qyapi.weixin.qq.com", Platform.Calls[0].Uri.Host);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task SendAsync_TokenRefused_RefreshesAndRepeatsOnce(int code)
    {
        Platform.Answer(FakePlatform.Error(code, "refused"));
        Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await _test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/send", new JsonObject { ["touser"] = "a" }, Cancellation);

        Assert.Equal(["very-secret-token-1", "very-secret-token-2"], Platform.Calls.Select(call => call.AccessToken));
        Assert.All(Platform.Calls, call => Assert.Equal("""{"touser":"a"}""", call.Text));
    }

    [Fact]
    public async Task SendAsync_TokenRefusedTwice_SurfacesTheSecondRefusal()
    {
        Platform.Answer(FakePlatform.Error(42001, "access_token expired"));
        Platform.Answer(FakePlatform.Error(40014, "invalid access_token"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => CallAsync());

        Assert.Equal(40014, refusal.Code);
        Assert.Equal(2, Platform.Calls.Count);
        Assert.Equal(2, Platform.TokenFetches.Count);
    }

    [Fact]
    public async Task SendAsync_PlatformHasNoOtherToken_DoesNotRepeat()
    {
        Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Token("the-same"));
        Platform.Answer(FakePlatform.Error(42001, "access_token expired"));

        await Assert.ThrowsAsync<PlatformApiException>(() => CallAsync());

        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task SendAsync_OtherRefusal_DoesNotRepeat()
    {
        Platform.Answer(FakePlatform.Error(40003, "invalid userid"));

        await Assert.ThrowsAsync<PlatformApiException>(() => CallAsync());

        Assert.Single(Platform.Calls);
        Assert.Single(Platform.TokenFetches);
    }

    [Fact]
    public async Task SendAsync_TokenRevokedUnderAThousandCalls_RefreshesOnceAndNobodyNotices()
    {
        var revoked = 0;
        Platform.Otherwise = request => request.AccessToken == FakePlatform.TokenNumber(1) && Volatile.Read(ref revoked) == 1
            ? FakePlatform.Error(40014, "invalid access_token")
            : FakePlatform.Json("""{"errcode":0,"errmsg":"ok"}""");
        await CallAsync();
        Volatile.Write(ref revoked, 1);

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => CallAsync()))).WaitAsync(TestTimeouts.Default, Cancellation);

        Assert.Equal(2, Platform.TokenFetches.Count);
    }

    [Fact]
    public async Task SendAsync_TwoApplicationsOfOneCorpWithOneStore_EachUsesItsOwnToken()
    {
        var store = new MemoryAccessTokenStore();
        using var first = new TestClient(store, agentId: 1, secret: "one");
        using var second = new TestClient(store, agentId: 2, secret: "two");
        first.Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Token("of-one"));
        second.Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Token("of-two"));
        first.Platform.Otherwise = second.Platform.Otherwise = _ => FakePlatform.Json("""{"errcode":0}""");

        for (var round = 0; round < 2; round++)
        {
            await first.Client.SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", cancellationToken: Cancellation);
            await second.Client.SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", cancellationToken: Cancellation);
        }

        Assert.All(first.Platform.Calls, call => Assert.Equal("of-one", call.AccessToken));
        Assert.All(second.Platform.Calls, call => Assert.Equal("of-two", call.AccessToken));
    }

    [Fact]
    public async Task SendAsync_CancelledByTheCaller_IsACancellation()
    {
        using var caller = new CancellationTokenSource();
        Platform.Answer(async (_, token) =>
        {
            await caller.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not cancelled");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _test.Client.SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", cancellationToken: caller.Token));
    }

    [Fact]
    public void Constructor_NoSecret_Throws()
    {
        using var http = new HttpClient(Platform, disposeHandler: false);

        Assert.Throws<ArgumentException>(() => new WeComClient(http, new WeComClientOptions { CorpId = "ww1", Secret = "" }));
    }

    private sealed record NewDepartment([property: JsonPropertyName("name")] string Name);

    private sealed record Created([property: JsonPropertyName("id")] int Id);

    [JsonSourceGenerationOptions]
    [JsonSerializable(typeof(NewDepartment))]
    [JsonSerializable(typeof(Created))]
    private sealed partial class OwnJson : JsonSerializerContext;
}
