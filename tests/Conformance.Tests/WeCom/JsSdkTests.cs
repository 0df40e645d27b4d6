using System.Globalization;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class JsSdkTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Page = "http://127.0.0.1:9999/page?a=1&b=空";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the client of WeCom would say to a page.</summary>
    private async Task<JsonNode> CheckAsync(string kind, JsSdkSignature signature, string url = Page) => (await platform.ControlAsync(HttpMethod.Get, string.Create(
        CultureInfo.InvariantCulture,
        $"/sim/js/check?kind={kind}&corpId={SampleApps.Demo.CorpId}&agentId={SampleApps.Demo.AgentId}&timestamp={signature.Timestamp}&nonceStr={signature.NonceStr}&signature={signature.Signature}&url={Uri.EscapeDataString(url)}")))!;

    [Fact]
    public async Task RegisterAsync_Page_BothSignaturesAreTaken()
    {
        var registration = await platform.ClientOf(SampleApps.Demo).JsSdk.RegisterAsync(Page + "#top", Cancellation);

        Assert.Equal("config:ok", (string?)(await CheckAsync("config", registration.Config))["errMsg"]);
        Assert.Equal("agentConfig:ok", (string?)(await CheckAsync("agentConfig", registration.AgentConfig))["errMsg"]);
    }

    [Fact]
    public async Task SignConfigAsync_AnotherPage_IsInvalidAndToldWhatWasSigned()
    {
        var signature = await platform.ClientOf(SampleApps.Demo).JsSdk.SignConfigAsync("http://127.0.0.1:9999/page", Cancellation);

        var verdict = await CheckAsync("config", signature);

        Assert.Equal("config:fail, invalid signature", (string?)verdict["errMsg"]);
        Assert.EndsWith($"&url={Page}", (string?)verdict["signedText"], StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:9999/page。", (string?)verdict["explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignAgentConfigAsync_UsedForTheCorp_IsInvalid()
    {
        var signature = await platform.ClientOf(SampleApps.Demo).JsSdk.SignAgentConfigAsync(Page, Cancellation);

        Assert.Equal(40093, (int?)(await CheckAsync("config", signature))["errorCode"]);
    }

    [Fact]
    public async Task SignConfigAsync_SecretOfTheContacts_IsRefusedWith48002() =>
        Assert.Equal(48002, (await Assert.ThrowsAsync<PlatformApiException>(() => platform.ClientOf(SampleApps.Demo, Simulator.World.SampleWorld.ContactsSecret).JsSdk.SignConfigAsync(Page, Cancellation))).Code);

    [Fact]
    public async Task SignConfigAsync_AskedTooOften_IsRefusedWith45009()
    {
        for (var asked = 0; asked < JsSdkTickets.MaxPerHour; asked++)
            await platform.ClientOf(SampleApps.Demo).JsSdk.SignAgentConfigAsync(Page, Cancellation);

        Assert.Equal(45009, (await Assert.ThrowsAsync<PlatformApiException>(() => platform.ClientOf(SampleApps.Demo).JsSdk.SignConfigAsync(Page, Cancellation))).Code);
    }

    [Fact]
    public async Task SignConfigAsync_TwoHoursLater_IsTakenAgain()
    {
        var old = await platform.ClientOf(SampleApps.Demo).JsSdk.SignConfigAsync(Page, Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(42012, (int?)(await CheckAsync("config", old))["errorCode"]);
        Assert.Equal(0, (int?)(await CheckAsync("config", await platform.ClientOf(SampleApps.Demo).JsSdk.SignConfigAsync(Page, Cancellation)))["errorCode"]);
    }

    [Fact]
    public async Task SignAgentConfigAsync_ForeignDomain_IsInvalid()
    {
        const string Foreign = "https://app.example.com/page";
        var signature = await platform.ClientOf(SampleApps.Demo).JsSdk.SignAgentConfigAsync(Foreign, Cancellation);

        Assert.Equal(80001, (int?)(await CheckAsync("agentConfig", signature, Foreign))["errorCode"]);
    }
}
