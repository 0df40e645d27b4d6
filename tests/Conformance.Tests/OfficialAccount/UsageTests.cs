using System.Text.RegularExpressions;
using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class UsageTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string UserInfo = "/cgi-bin/user/info";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountUsage Usage => platform.Account.Usage;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task SpendAsync(string path = UserInfo) =>
        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/quotas", new[] { new { path, limit = 3, used = 3 } });

    private static async Task ClearTenTimesAsync(OfficialAccountClient client)
    {
        for (var i = 0; i < 10; i++)
            await client.Usage.ClearAllAsync(Cancellation);
    }

    [Fact]
    public async Task GetQuotaAsync_AfterTwoCalls_CountsThem()
    {
        await platform.Account.Users.GetAsync(Xiaoman, Cancellation);
        await platform.Account.Users.GetAsync(Zhouran, Cancellation);

        Assert.Equal(new ApiQuota { DailyLimit = 5_000_000, Used = 2, Remaining = 4_999_998 }, await Usage.GetQuotaAsync(UserInfo, Cancellation));
    }

    [Fact]
    public async Task GetQuotaAsync_NoSuchPath_IsRefusedWith76021() => await RefusedAsync(76021, () => Usage.GetQuotaAsync("/cgi-bin/no/such", Cancellation));

    [Fact]
    public async Task GetQuotaAsync_SpentOnTheDayBefore_IsWholeAgain()
    {
        await SpendAsync();
        await RefusedAsync(45009, () => platform.Account.Users.GetAsync(Xiaoman, Cancellation));

        await platform.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(0, (await platform.ClientOf(SampleAccounts.Oa).Usage.GetQuotaAsync(UserInfo, Cancellation)).Used);
    }

    [Fact]
    public async Task ClearAllAsync_SpentQuota_CanBeUsedAgainAtOnce()
    {
        await SpendAsync();
        await RefusedAsync(45009, () => platform.Account.Users.GetAsync(Xiaoman, Cancellation));

        await Usage.ClearAllAsync(Cancellation);

        Assert.True((await platform.Account.Users.GetAsync(Xiaoman, Cancellation)).IsFollowing);
    }

    [Fact]
    public async Task ClearAllAsync_EleventhTime_IsRefusedWith48006AndNotAskedAgain()
    {
        await ClearTenTimesAsync(platform.Account);

        await RefusedAsync(48006, () => Usage.ClearAllAsync(Cancellation));
        var local = await Assert.ThrowsAsync<PlatformApiException>(() => Usage.ClearAllBySecretAsync(Cancellation));

        Assert.Equal(48006, local.Code);
        Assert.Contains("Not sent", local.Message, StringComparison.Ordinal);
        Assert.Matches("the next month begins in ([0-9]+ d )?[0-9]+ (h|min|s)", local.Message);
    }

    [Fact]
    public async Task ClearAllBySecretAsync_QuotaOfTokensSpent_LetsThemBeFetchedAgain()
    {
        await SpendAsync("/cgi-bin/stable_token");
        await RefusedAsync(45009, () => platform.Account.Users.GetAsync(Xiaoman, Cancellation));

        await Usage.ClearAllBySecretAsync(Cancellation);

        // This client does not ask for a token again at once.
        Assert.True((await platform.ClientOf(SampleAccounts.Oa).Users.GetAsync(Xiaoman, Cancellation)).IsFollowing);
    }

    [Fact]
    public async Task ClearAllBySecretAsync_WrongSecret_IsRefusedAndShownNowhere()
    {
        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => platform.ClientOf(SampleAccounts.Oa, "wrong-secret-4711").Usage.ClearAllBySecretAsync(Cancellation));

        Assert.Equal(40125, refusal.Code);
        Assert.DoesNotContain("4711", refusal.ToString(), StringComparison.Ordinal);
        var calls = (await platform.ControlAsync(HttpMethod.Get, "/sim/calls"))!.ToJsonString();
        Assert.Contains("/cgi-bin/clear_quota/v2", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClearAsync_OnePath_LeavesTheOthers()
    {
        await SpendAsync();
        await SpendAsync("/cgi-bin/user/get");

        await Usage.ClearAsync(UserInfo, Cancellation);

        Assert.Equal(0, (await Usage.GetQuotaAsync(UserInfo, Cancellation)).Used);
        Assert.Equal(3, (await Usage.GetQuotaAsync("/cgi-bin/user/get", Cancellation)).Used);
    }

    [Fact]
    public async Task ClearAsync_NoSuchPath_IsRefusedWith76021() => await RefusedAsync(76021, () => Usage.ClearAsync("/cgi-bin/no/such", Cancellation));

    [Fact]
    public async Task GetCallAsync_Failed_TellsWhatItWas()
    {
        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => platform.Account.Users.GetAsync(Nobody, Cancellation));
        var rid = Regex.Match(refusal.PlatformMessage, "rid: (.+)$").Groups[1].Value;

        var call = await Usage.GetCallAsync(rid, Cancellation);

        Assert.Contains($"openid={Nobody}", call.RequestUrl, StringComparison.Ordinal);
        Assert.Contains("40003", call.ResponseBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000-00000000-00000000", 76001)]
    [InlineData("none", 76002)]
    public async Task GetCallAsync_UnknownRid_IsRefused(string rid, int code) => await RefusedAsync(code, () => Usage.GetCallAsync(rid, Cancellation));
}
