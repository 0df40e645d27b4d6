using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Client.Tests.Calls;

/// <summary>What is tried again, and what never is. The clock is moved to the end of each pause as soon as it begins.</summary>
public sealed class PlatformRetryTests : IDisposable
{
    private const int Retries = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly TestClient _test = new(retries: Retries);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private Task<JsonElement> ChangeAsync() => _test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/send", new JsonObject { ["a"] = 1 }, Cancellation);

    private async Task<string> ReadAsync()
    {
        await using var media = await _test.Client.Media.DownloadAsync("m1", Cancellation);
        using var reader = new StreamReader(media.Content);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task<T> ThroughPausesAsync<T>(Task<T> call)
    {
        await _test.Time.PassPausesAsync(call, LongestPause).WaitAsync(TestTimeouts.Default, Cancellation);
        return await call;
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(45033)]
    public async Task Change_RefusedForTheMoment_IsMadeAgain(int code)
    {
        Platform.Answer(FakePlatform.Error(code, "system error"));
        Platform.Answer(FakePlatform.Error(code, "system error"));
        Platform.Answer("""{"errcode":0,"msgid":"m"}""");

        var answer = await ThroughPausesAsync(ChangeAsync());

        Assert.Equal("m", answer.GetProperty("msgid").GetString());
        Assert.Equal(3, Platform.Calls.Count);
        Assert.Equal(Platform.Calls[0].Text, Platform.Calls[2].Text);
        Assert.Single(Platform.TokenFetches);
    }

    [Fact]
    public async Task Change_StaysRefused_FailsAfterTheLastRetry()
    {
        Platform.Otherwise = _ => FakePlatform.Error(-1, "system error");

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => ThroughPausesAsync(ChangeAsync()));

        Assert.Equal(-1, refusal.Code);
        Assert.Equal(1 + Retries, Platform.Calls.Count);
    }

    [Theory]
    [InlineData(40003)]
    [InlineData(45009)]
    [InlineData(81013)]
    public async Task Change_RefusedForGood_IsMadeOnce(int code)
    {
        Platform.Otherwise = _ => FakePlatform.Error(code, "no");

        await Assert.ThrowsAsync<PlatformApiException>(ChangeAsync);

        Assert.Single(Platform.Calls);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task Change_NeverArrived_IsMadeAgain(HttpRequestError error)
    {
        Platform.Answer((_, _) => throw new HttpRequestException(error, "no luck"));
        Platform.Answer("""{"errcode":0,"msgid":"m"}""");

        await ThroughPausesAsync(ChangeAsync());

        Assert.Equal(2, Platform.Calls.Count);
    }

    [Fact]
    public async Task Change_ConnectionCut_IsMadeOnceAndMayHaveTakenEffect()
    {
        Platform.Otherwise = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut");

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(ChangeAsync);

        Assert.True(failure.MayHaveTakenEffect);
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Change_BadGateway_IsMadeOnceAndMayHaveTakenEffect()
    {
        Platform.Otherwise = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(ChangeAsync);

        Assert.True(failure.MayHaveTakenEffect);
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Change_TokenFetchCut_CertainlyHadNoEffectAndIsMadeAgain()
    {
        Platform.IssueToken = (number, _) => number == 1
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut")
            : Task.FromResult(FakePlatform.Token("second"));
        Platform.Answer("""{"errcode":0,"msgid":"m"}""");

        await ThroughPausesAsync(ChangeAsync());

        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Read_ConnectionCutThenBadGateway_IsMadeAgain()
    {
        Platform.Answer((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));
        Platform.Answer(new HttpResponseMessage(HttpStatusCode.BadGateway));
        Platform.Answer(new HttpResponseMessage { Content = new ByteArrayContent("file"u8.ToArray()) });

        Assert.Equal("file", await ThroughPausesAsync(ReadAsync()));
        Assert.Equal(3, Platform.Calls.Count);
    }

    [Fact]
    public async Task Read_NotThePlatform_IsMadeOnce()
    {
        Platform.Otherwise = _ => new HttpResponseMessage(HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<PlatformUnavailableException>(ReadAsync);

        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Change_NoTimeLeft_IsNotMadeAgain()
    {
        Platform.Otherwise = _ =>
        {
            _test.Time.Advance(TimeSpan.FromSeconds(27));
            return FakePlatform.Error(-1, "system error");
        };

        await Assert.ThrowsAsync<PlatformApiException>(ChangeAsync);

        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Change_CancelledInAPause_EndsAtOnce()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Platform.Otherwise = _ => FakePlatform.Error(-1, "system error");

        var call = _test.Client.SendAsync(HttpMethod.Post, "/cgi-bin/message/send", cancellationToken: caller.Token);
        await _test.Time.PauseBeginsAsync(call, LongestPause).WaitAsync(TestTimeouts.Default, Cancellation);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TestTimeouts.Default, Cancellation));
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Change_RefreshedTokenThenBusy_KeepsTheFreshToken()
    {
        Platform.Answer(FakePlatform.Error(42001, "access_token expired"));
        Platform.Answer(FakePlatform.Error(-1, "system error"));
        Platform.Answer("""{"errcode":0}""");

        await ThroughPausesAsync(ChangeAsync());

        Assert.Equal([1, 2, 2], Platform.Calls.Select(call => int.Parse(call.AccessToken![^1..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(2, Platform.TokenFetches.Count);
    }
}
