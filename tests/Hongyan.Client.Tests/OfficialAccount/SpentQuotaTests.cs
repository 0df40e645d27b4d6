using Hongyan.OfficialAccount;

namespace Hongyan.Client.Tests.OfficialAccount;

/// <summary>What is known to be used up is not asked for again.</summary>
public sealed class SpentQuotaTests : IDisposable
{
    private readonly OfficialAccountTestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private Task<Follower> GetAsync() => _test.Client.Users.GetAsync("oA1", Cancellation);

    private static async Task<PlatformApiException> RefusedAsync(Func<Task> call) => await Assert.ThrowsAsync<PlatformApiException>(call);

    [Fact]
    public async Task Call_QuotaOfTheDayWasUsedUp_IsNotSentAndCountsDownToMidnightInChina()
    {
        Platform.Answer(FakePlatform.Error(45009, "reach max api daily quota limit rid: 1"));
        Assert.Equal(45009, (await RefusedAsync(GetAsync)).Code);
        _test.Time.Advance(TimeSpan.FromMinutes(3));

        var refusal = await RefusedAsync(GetAsync);

        Assert.Equal((45009, "GET /cgi-bin/user/info"), (refusal.Code, refusal.Endpoint));
        Assert.Contains("Not sent: the platform said so 3 min ago", refusal.Hint, StringComparison.Ordinal);
        var now = _test.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var left = now.Date.AddDays(1) - now.DateTime;
        Assert.Contains(left.TotalHours < 1 ? $"in {left.Minutes} min" : $"in {left.Hours} h {left.Minutes} min", refusal.Hint, StringComparison.Ordinal);
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task Call_OfAnotherEndpoint_IsSent()
    {
        Platform.Answer(FakePlatform.Error(45009, "reach max api daily quota limit"));
        await RefusedAsync(GetAsync);
        Platform.Answer("""{"tags":[]}""");

        Assert.Equal(0, await _test.Client.Tags.ListAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Call_TenMinutesLater_AsksAgain()
    {
        Platform.Answer(FakePlatform.Error(45009, "reach max api daily quota limit"));
        await RefusedAsync(GetAsync);
        _test.Time.Advance(TimeSpan.FromMinutes(10));
        Platform.Answer("""{"subscribe":1,"openid":"oA1"}""");

        Assert.True((await GetAsync()).IsFollowing);
    }

    [Fact]
    public async Task Call_AfterClearing_IsSent()
    {
        Platform.Answer(FakePlatform.Error(45009, "reach max api daily quota limit"));
        await RefusedAsync(GetAsync);
        Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");
        await _test.Client.Usage.ClearAllAsync(Cancellation);
        Platform.Answer("""{"subscribe":1,"openid":"oA1"}""");

        Assert.True((await GetAsync()).IsFollowing);
    }

    [Fact]
    public async Task Clear_TheMonthsAreUsedUp_IsNotSentUntilTheNextMonth()
    {
        Platform.Answer(FakePlatform.Error(48006, "forbid to clear quota because of reaching the limit"));
        await RefusedAsync(() => _test.Client.Usage.ClearAllAsync(Cancellation));

        Assert.Contains("the next month begins in", (await RefusedAsync(() => _test.Client.Usage.ClearAsync("/cgi-bin/user/get", Cancellation))).Hint, StringComparison.Ordinal);
        Assert.Single(Platform.Calls);

        _test.Time.Advance(TimeSpan.FromDays(31));
        Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");
        await _test.Client.Usage.ClearAllAsync(Cancellation);
        Assert.Equal(2, Platform.Calls.Count);
    }

    [Fact]
    public async Task ClearBySecret_Refused_ShowsTheSecretNowhere()
    {
        Platform.Answer(FakePlatform.Error(40125, $"invalid appsecret {OfficialAccountTestClient.Secret}"));

        var refusal = await RefusedAsync(() => _test.Client.Usage.ClearAllBySecretAsync(Cancellation));

        Assert.DoesNotContain(OfficialAccountTestClient.Secret, refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(Platform.TokenFetches);
    }
}
