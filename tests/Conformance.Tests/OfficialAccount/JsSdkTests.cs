using System.Globalization;
using System.Text.Json.Nodes;
using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class JsSdkTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Page = "http://127.0.0.1:9999/page?a=1&b=空";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What WeChat would say to a page.</summary>
    private async Task<JsonNode> CheckAsync(JsSdkConfig config, string url = Page) => (await platform.ControlAsync(HttpMethod.Get, string.Create(
        CultureInfo.InvariantCulture,
        $"/sim/js/check?corpId={config.AppId}&timestamp={config.Timestamp}&nonceStr={config.NonceStr}&signature={config.Signature}&url={Uri.EscapeDataString(url)}")))!;

    [Fact]
    public async Task SignAsync_Page_IsTaken() => Assert.Equal("config:ok", (string?)(await CheckAsync(await platform.Account.JsSdk.SignAsync(Page + "#top", Cancellation)))["errMsg"]);

    [Fact]
    public async Task SignAsync_ManyPages_FetchOneTicket()
    {
        for (var i = 0; i < 5; i++)
            await platform.Account.JsSdk.SignAsync($"{Page}&i={i}", Cancellation);

        var calls = (await platform.ControlAsync(HttpMethod.Get, "/sim/calls"))!.AsArray();
        Assert.Single(calls, call => ((string)call!["path"]!).StartsWith("/cgi-bin/ticket/getticket", StringComparison.Ordinal));
        Assert.DoesNotContain("\"ticket\":\"", calls.ToJsonString().Replace("\\", "", StringComparison.Ordinal).Replace("\"ticket\":\"***\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignAsync_AnotherPage_IsInvalidAndExplained()
    {
        var verdict = await CheckAsync(await platform.Account.JsSdk.SignAsync("http://127.0.0.1:9999/page", Cancellation));

        Assert.Equal("config:fail, invalid signature", (string?)verdict["errMsg"]);
        Assert.Contains("http://127.0.0.1:9999/page。", (string?)verdict["explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignAsync_ForeignDomain_IsInvalidUntilItIsTheAccounts()
    {
        const string Foreign = "https://app.example.com/page";
        var config = await platform.Account.JsSdk.SignAsync(Foreign, Cancellation);
        Assert.Equal(80001, (int?)(await CheckAsync(config, Foreign))["errorCode"]);

        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/settings", new { webDomain = "app.example.com" });

        Assert.Equal(0, (int?)(await CheckAsync(config, Foreign))["errorCode"]);
    }

    [Fact]
    public async Task SignAsync_TwoHoursLater_IsTakenAgain()
    {
        var old = await platform.Account.JsSdk.SignAsync(Page, Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(42012, (int?)(await CheckAsync(old))["errorCode"]);
        Assert.Equal(0, (int?)(await CheckAsync(await platform.ClientOf(SampleAccounts.Oa).JsSdk.SignAsync(Page, Cancellation)))["errorCode"]);
    }

    [Fact]
    public async Task SignAsync_WrongSecret_IsRefusedWith40125() =>
        await RefusedAsync(40125, () => platform.ClientOf(SampleAccounts.Oa, "wrong").JsSdk.SignAsync(Page, Cancellation));
}
