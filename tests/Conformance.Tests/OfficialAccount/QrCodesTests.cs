using System.Text.Json.Nodes;
using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class QrCodesTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountQrCodes QrCodes => platform.Account.QrCodes;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the last scan caused.</summary>
    private async Task<JsonNode> ScanAsync(SceneQrCode code, string openId)
    {
        await platform.ActAsync("scans", new { ticket = code.Ticket }, openId);
        var conversation = (await platform.ControlAsync(HttpMethod.Get, $"/sim/official-accounts/oa/people/{openId}/conversation"))!.AsArray();
        return conversation.Last(entry => (string?)entry!["type"] == "event")!["details"]!;
    }

    [Fact]
    public async Task CreateTemporaryAsync_Text_ComesWithTheScan()
    {
        var code = await QrCodes.CreateTemporaryAsync("class-7", TimeSpan.FromMinutes(10), Cancellation);
        Assert.Equal(TimeSpan.FromMinutes(10), code.Lifetime);

        var scanned = await ScanAsync(code, Xiaoman);
        Assert.Equal(("SCAN", "class-7", code.Ticket), ((string?)scanned["event"], (string?)scanned["eventKey"], (string?)scanned["ticket"]));
        var followed = await ScanAsync(code, Sunyue);
        Assert.Equal(("subscribe", "qrscene_class-7"), ((string?)followed["event"], (string?)followed["eventKey"]));
    }

    [Fact]
    public async Task CreateTemporaryAsync_NumberAfterItsTime_LeadsNowhere()
    {
        var code = await QrCodes.CreateTemporaryAsync(int.MaxValue, TimeSpan.FromSeconds(60), Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromSeconds(61));

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => ScanAsync(code, Xiaoman));
        Assert.Contains("过期", refusal.Message, StringComparison.Ordinal);
        using var picture = await platform.Control.GetAsync(QrCodes.CreateImageUrl(code.Ticket), Cancellation);
        Assert.Equal(404, (int)picture.StatusCode);
    }

    [Fact]
    public async Task CreateTemporaryAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => QrCodes.CreateTemporaryAsync(7, TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task CreateTemporaryAsync_OutOfRange_IsNotSent()
    {
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreateTemporaryAsync(0, TimeSpan.FromMinutes(1), Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreateTemporaryAsync("", TimeSpan.FromMinutes(1), Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreateTemporaryAsync(new string('x', 65), TimeSpan.FromMinutes(1), Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreateTemporaryAsync("a", TimeSpan.FromDays(31), Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreateTemporaryAsync("a", TimeSpan.Zero, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreatePermanentAsync(100_001, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => QrCodes.CreatePermanentAsync("", Cancellation));
    }

    [Fact]
    public async Task CreatePermanentAsync_TwiceForOneScene_IsTheSameAndHasAPicture()
    {
        var code = await QrCodes.CreatePermanentAsync("gate", Cancellation);

        Assert.Equal(code, await QrCodes.CreatePermanentAsync("gate", Cancellation));
        Assert.Null(code.Lifetime);
        var picture = await platform.Control.GetByteArrayAsync(QrCodes.CreateImageUrl(code.Ticket), Cancellation);
        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
    }

    [Fact]
    public async Task CreatePermanentAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => QrCodes.CreatePermanentAsync(7, Cancellation));
    }

    [Fact]
    public async Task ShortenAsync_LongText_IsFoundByItsKey()
    {
        var key = await QrCodes.ShortenAsync("https://example.com/?scene=" + new string('长', 1000), TimeSpan.FromHours(1), Cancellation);

        var content = await QrCodes.ExpandAsync(key, Cancellation);

        Assert.Equal(15, key.Length);
        Assert.EndsWith("长长", content.Text, StringComparison.Ordinal);
        Assert.InRange(content.SecondsLeft, 3590, 3600);
    }

    [Fact]
    public async Task ShortenAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => QrCodes.ShortenAsync("text", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task ExpandAsync_AfterItsTime_IsRefused()
    {
        var key = await QrCodes.ShortenAsync("text", TimeSpan.FromSeconds(10), Cancellation);
        Assert.Equal("text", (await QrCodes.ExpandAsync(key, Cancellation)).Text);
        await platform.AdvanceAsync(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<PlatformApiException>(() => QrCodes.ExpandAsync(key, Cancellation));
    }

    [Fact]
    public async Task ExpandAsync_Key_GivesTheText() =>
        Assert.Equal("文字", (await QrCodes.ExpandAsync(await QrCodes.ShortenAsync("文字", cancellationToken: Cancellation), Cancellation)).Text);
}
