using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests;

/// <summary>Files and pictures.</summary>
public sealed class MediaTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComMedia Media => platform.Client.Media;

    [Fact]
    public async Task UploadAsync_File_ComesBackWithItsName()
    {
        using var content = new MemoryStream("姓名,成绩"u8.ToArray());

        var uploaded = await Media.UploadAsync(MediaType.File, "期末成绩🦆.csv", content, Cancellation);

        await using var downloaded = await Media.DownloadAsync(uploaded.MediaId, Cancellation);
        using var reader = new StreamReader(downloaded.Content);
        Assert.Equal(("期末成绩🦆.csv", "姓名,成绩"), (downloaded.FileName, await reader.ReadToEndAsync(Cancellation)));
    }

    [Fact]
    public async Task UploadAsync_VoiceOfMoreThanAMinute_IsRefusedWith45007()
    {
        using var voice = new MemoryStream([.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x7C, 61 * 50)]);

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Media.UploadAsync(MediaType.Voice, "a.amr", voice, Cancellation));

        Assert.Equal(45007, refusal.Code);
    }

    [Fact]
    public async Task DownloadAsync_UnknownMedia_IsRefusedWith40007()
    {
        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Media.DownloadAsync("nothing", Cancellation));

        Assert.Equal(40007, refusal.Code);
    }

    [Fact]
    public async Task UploadPictureAsync_Picture_IsAtItsAddress()
    {
        using var content = new MemoryStream(Png);

        var address = await Media.UploadPictureAsync("a.png", content, Cancellation);

        Assert.Equal(Png, await platform.Control.GetByteArrayAsync(address, Cancellation));
    }

    [Fact]
    public async Task UploadPictureAsync_WithoutPermission_IsRefusedWith48002()
    {
        await platform.ControlAsync(
            HttpMethod.Put, "/sim/apps/demo/faults/calls", new[] { new { path = "/cgi-bin/media/uploadimg", errCode = 48002, times = 1 } });
        using var content = new MemoryStream(Png);

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Media.UploadPictureAsync("a.png", content, Cancellation));

        Assert.Equal(48002, refusal.Code);
    }
}
