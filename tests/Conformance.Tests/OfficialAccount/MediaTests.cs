using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class MediaTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountMedia Media => platform.Account.Media;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<TemporaryMaterial> UploadAsync(MaterialType type, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await Media.UploadAsync(type, "文件", content, Cancellation);
    }

    [Fact]
    public async Task UploadAsync_Picture_IsDownloadedAgain()
    {
        var uploaded = await UploadAsync(MaterialType.Image, Png);

        using var file = await Media.DownloadAsync(uploaded.MediaId, Cancellation);
        using var bytes = new MemoryStream();
        await file.Content.CopyToAsync(bytes, Cancellation);
        Assert.Equal(Png, bytes.ToArray());
    }

    [Fact]
    public async Task UploadAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => UploadAsync(MaterialType.Image, Png));
    }

    [Fact]
    public async Task DownloadAsync_Picture_HasItsContent()
    {
        using var file = await Media.DownloadAsync((await UploadAsync(MaterialType.Image, Png)).MediaId, Cancellation);

        Assert.Equal(Png.Length, file.Length);
    }

    [Fact]
    public async Task DownloadAsync_AfterThreeDays_IsRefusedWith40007()
    {
        var uploaded = await UploadAsync(MaterialType.Image, Png);
        await platform.AdvanceAsync(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));

        await RefusedAsync(40007, () => Media.DownloadAsync(uploaded.MediaId, Cancellation));
    }

    [Fact]
    public async Task GetVideoAddressAsync_Video_IsAnAddress()
    {
        var address = await Media.GetVideoAddressAsync((await UploadAsync(MaterialType.Video, Mp4)).MediaId, Cancellation);

        Assert.StartsWith("http://", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetVideoAddressAsync_Unknown_IsRefusedWith40007() =>
        await RefusedAsync(40007, () => Media.GetVideoAddressAsync("made-up", Cancellation));
}
