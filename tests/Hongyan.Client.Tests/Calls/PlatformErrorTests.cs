using System.Net;
using System.Text;
using System.Text.Json;

namespace Hongyan.Client.Tests.Calls;

public sealed class PlatformErrorTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private Task<JsonElement> CallAsync() => _test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/send?debug=1", cancellationToken: Cancellation);

    private async Task<PlatformApiException> RefusedAsync(int code, string message)
    {
        Platform.Otherwise = _ => FakePlatform.Error(code, message);
        return await Assert.ThrowsAsync<PlatformApiException>(CallAsync);
    }

    private async Task<PlatformUnavailableException> UnavailableAsync(Func<HttpResponseMessage> respond)
    {
        Platform.Otherwise = _ => respond();
        return await Assert.ThrowsAsync<PlatformUnavailableException>(CallAsync);
    }

    [Fact]
    public async Task Refusal_OfAnyCall_TellsCodeEndpointTextAndHint()
    {
        const string text = "invalid media_id, hint: [1576065934_28_e0fae0], from ip: 9.30.0.138, more info at https://open.work.weixin.qq.com/devtool/query?e=40007";

        var refusal = await RefusedAsync(40007, text);

        Assert.Equal(40007, refusal.Code);
        Assert.Equal("POST /cgi-bin/message/send", refusal.Endpoint);
        Assert.Equal(text, refusal.PlatformMessage);
        Assert.Contains("three days", refusal.Hint, StringComparison.Ordinal);
        Assert.Equal($"POST /cgi-bin/message/send was refused with 40007: {text}. {refusal.Hint}", refusal.Message);
    }

    [Theory]
    [InlineData(40001, "我的企业 → 企业ID")]
    [InlineData(40013, "我的企业 → 企业信息 → 企业ID")]
    [InlineData(40014, "ApiBaseAddress")]
    [InlineData(42001, "ApiBaseAddress")]
    [InlineData(40004, "AMR")]
    [InlineData(40005, "image, voice, video or file")]
    [InlineData(40006, "20 MB")]
    [InlineData(40007, "three days")]
    [InlineData(40058, "parameter")]
    [InlineData(44001, "empty")]
    [InlineData(45001, "too large")]
    [InlineData(45009, "an hour")]
    [InlineData(48002, "可调用接口的应用")]
    [InlineData(301017, "AMR")]
    [InlineData(41001, "proxy")]
    [InlineData(41002, "CorpId")]
    [InlineData(41004, "Secret")]
    [InlineData(40029, "five minutes")]
    [InlineData(42022, "five minutes")]
    [InlineData(42014, "card")]
    [InlineData(50001, "可信域名")]
    [InlineData(60011, "可见范围")]
    [InlineData(60140, "72 hours")]
    [InlineData(81013, "可见范围")]
    [InlineData(86001, "letters and digits")]
    [InlineData(93000, "群机器人")]
    [InlineData(95018, "48 hours")]
    public async Task Refusal_WithACodeThatUsersMeet_HasAHint(int code, string partOfHint) =>
        Assert.Contains(partOfHint, (await RefusedAsync(code, "text")).Hint, StringComparison.Ordinal);

    [Theory]
    [InlineData("not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020", "Add 203.0.113.7 at")]
    [InlineData("not allow, from ip: 2001:db8::7, more", "Add 2001:db8::7 at")]
    [InlineData("not allow, from ip: 203.0.113.7.", "Add 203.0.113.7 at")]
    [InlineData("not allow to access from your ip", "Add this machine's public address at")]
    [InlineData("not allow, from ip: ::::::, more", "Add this machine's public address at")]
    public async Task Refusal_UntrustedAddress_HintNamesTheAddressToAdd(string message, string partOfHint)
    {
        var refusal = await RefusedAsync(60020, message);

        Assert.Contains(partOfHint, refusal.Hint, StringComparison.Ordinal);
        Assert.Contains("企业可信IP", refusal.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_UnknownCode_HasNoHint()
    {
        var refusal = await RefusedAsync(99999, "something new");

        Assert.Null(refusal.Hint);
        Assert.Equal("POST /cgi-bin/message/send was refused with 99999: something new", refusal.Message);
    }

    [Fact]
    public async Task Refusal_TextRepeatsTheToken_TheTokenIsTakenOut()
    {
        var refusal = await RefusedAsync(40003, "bad call: access_token=very-secret-token-1");

        Assert.Equal("bad call: access_token=***", refusal.PlatformMessage);
        Assert.DoesNotContain("very-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_OfTheTokenItself_TellsNoSecret()
    {
        Platform.IssueToken = (_, _) => Task.FromResult(FakePlatform.Error(40001, $"invalid credential {TestClient.Secret}"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(CallAsync);

        Assert.Equal("GET /cgi-bin/gettoken", refusal.Endpoint);
        Assert.Equal("invalid credential ***", refusal.PlatformMessage);
        Assert.DoesNotContain(TestClient.Secret, refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(TestClient.Secret), refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errcode":"40003","errmsg":"as text"}""")]
    [InlineData("""{"nested":{"errcode":0,"list":[{"errcode":1}]},"errmsg":"x","errcode":40003}""")]
    [InlineData("\uFEFF{\"errcode\":40003}")]
    [InlineData("""{"errcode":40003,"errmsg":null}""")]
    public async Task Refusal_InAnyForm_IsRead(string json)
    {
        Platform.Answer(json);

        Assert.Equal(40003, (await Assert.ThrowsAsync<PlatformApiException>(CallAsync)).Code);
    }

    [Fact]
    public async Task Refusal_WithAFailureStatus_IsRead()
    {
        Platform.Answer(FakePlatform.Json("""{"errcode":-1,"errmsg":"system error"}""", HttpStatusCode.InternalServerError));

        Assert.Equal(-1, (await Assert.ThrowsAsync<PlatformApiException>(CallAsync)).Code);
    }

    [Fact]
    public async Task Answer_WithoutACode_IsSuccess()
    {
        Platform.Answer("""{"ip_list":["1.2.3.4"]}""");

        Assert.Equal("1.2.3.4", (await CallAsync()).GetProperty("ip_list")[0].GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>404</html>")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("""{"errcode":0""")]
    [InlineData("""{"errcode":true}""")]
    [InlineData("""{"errcode":99999999999}""")]
    public async Task Answer_NotThePlatformsJson_SaysSo(string body)
    {
        var failure = await UnavailableAsync(() => new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, "text/html") });

        Assert.StartsWith(
            "POST /cgi-bin/message/send was answered with HTTP 200, text/html, which is not the platform's JSON;", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.MayHaveTakenEffect);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task Answer_FailureStatus_TellsTheStatus(HttpStatusCode status)
    {
        var failure = await UnavailableAsync(() => new HttpResponseMessage(status));

        Assert.Equal(status, failure.StatusCode);
        Assert.Contains($"HTTP {(int)status}, no Content-Type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_FailureStatusWithJsonWithoutACode_IsAFailure()
    {
        var failure = await UnavailableAsync(() => FakePlatform.Json("{}", HttpStatusCode.ServiceUnavailable));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task Connection_Fails_TellsWhetherTheCallMayHaveArrived(HttpRequestError error, bool mayHaveTakenEffect)
    {
        var failure = await UnavailableAsync(() => throw new HttpRequestException(error, "no luck"));

        Assert.Equal(mayHaveTakenEffect, failure.MayHaveTakenEffect);
        Assert.Equal("POST /cgi-bin/message/send got no answer from https://qyapi.weixin.qq.com: no luck", failure.Message);
    }

    [Fact]
    public async Task Connection_BreaksWithinTheAnswer_SaysSo()
    {
        var failure = await UnavailableAsync(() => new HttpResponseMessage { Content = new BreakingContent() });

        Assert.True(failure.MayHaveTakenEffect);
        Assert.StartsWith("POST /cgi-bin/message/send", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platform_IsSilent_FailsAfterTheTimeout()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Platform.Answer(async (_, token) =>
        {
            reached.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(token);
            throw new InvalidOperationException("not cancelled");
        });

        var call = CallAsync();
        await reached.Task.WaitAsync(TestTimeouts.Default, Cancellation);
        _test.Time.Advance(TimeSpan.FromSeconds(30));
        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => call.WaitAsync(TestTimeouts.Default, Cancellation));

        Assert.Equal("POST /cgi-bin/message/send was not answered within 30 s.", failure.Message);
        Assert.True(failure.MayHaveTakenEffect);
    }

    private sealed class BreakingContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
