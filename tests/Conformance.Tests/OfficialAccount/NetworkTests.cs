using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class NetworkTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private OfficialAccountNetwork Forbidden => platform.ClientOf(SampleAccounts.Oa, "wrong").Network;

    [Fact]
    public async Task GetCallbackAddressesAsync_Unverified_AreStillTold()
    {
        await platform.UnverifyAsync();

        Assert.Contains("127.0.0.1", await platform.Account.Network.GetCallbackAddressesAsync(Cancellation));
    }

    [Fact]
    public async Task GetCallbackAddressesAsync_WrongSecret_IsRefusedWith40125() =>
        await RefusedAsync(40125, () => Forbidden.GetCallbackAddressesAsync(Cancellation));

    [Fact]
    public async Task GetApiAddressesAsync_Always_AreThoseOfTheSimulator() =>
        Assert.Contains("127.0.0.1", await platform.Account.Network.GetApiAddressesAsync(Cancellation));

    [Fact]
    public async Task GetApiAddressesAsync_WrongSecret_IsRefusedWith40125() => await RefusedAsync(40125, () => Forbidden.GetApiAddressesAsync(Cancellation));

    [Fact]
    public async Task CheckCallbackAsync_Both_TellsTheAddress()
    {
        var result = await platform.Account.Network.CheckCallbackAsync(from: CheckOperator.ChinaTelecom, cancellationToken: Cancellation);

        Assert.Equal("127.0.0.1", Assert.Single(result.Resolved).Address);
        Assert.Equal(("127.0.0.1", "CHINANET", "0%"), Assert.Single(result.Pings) is var ping ? (ping.Address, ping.FromOperator, ping.PackageLoss) : default);
        Assert.Empty((await platform.Account.Network.CheckCallbackAsync(CallbackCheck.Dns, cancellationToken: Cancellation)).Pings);
    }

    [Fact]
    public async Task CheckCallbackAsync_QuotaUsedUp_IsRefusedWith45009()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/quotas", new[] { new { path = "/cgi-bin/callback/check", limit = 0 } });

        await RefusedAsync(45009, () => platform.Account.Network.CheckCallbackAsync(cancellationToken: Cancellation));
    }
}
