using System.Net.Http.Headers;
using Hongyan.OfficialAccount;

namespace Hongyan.Client.Tests.OfficialAccount;

public sealed class OfficialAccountMediaTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Gif = [.. "GIF89a"u8];
    private static readonly byte[] Amr = [.. "#!AMR\n"u8];
    private static readonly byte[] Mp3 = [.. "ID3\x03"u8];
    private static readonly byte[] Mp3Frame = [0xFF, 0xFB, 0x90, 0x00];
    private static readonly byte[] Mp4 = [0, 0, 0, 0x18, .. "ftypmp42"u8];

    private readonly OfficialAccountTestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    private async Task<TemporaryMaterial> UploadAsync(MaterialType type, byte[] content)
    {
        _test.Platform.Otherwise = _ => FakePlatform.Json(
            type == MaterialType.Thumb
                ? """{"type":"thumb","thumb_media_id":"t1","created_at":1380000000}"""
                : """{"type":"image","media_id":"m1","created_at":1380000000}""");
        using var stream = new MemoryStream(content);
        return await _test.Client.Media.UploadAsync(type, "文件.bin", stream, Cancellation);
    }

    public static TheoryData<MaterialType, byte[], string> Taken => new()
    {
        { MaterialType.Image, Jpeg, "image/jpeg" }, { MaterialType.Image, Png, "image/png" }, { MaterialType.Image, Gif, "image/gif" },
        { MaterialType.Voice, Amr, "audio/amr" }, { MaterialType.Voice, Mp3, "audio/mpeg" }, { MaterialType.Voice, Mp3Frame, "audio/mpeg" },
        { MaterialType.Video, Mp4, "video/mp4" }, { MaterialType.Thumb, Jpeg, "image/jpeg" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task UploadAsync_KindThatIsTaken_GivesTheMediaIdForThreeDays(MaterialType type, byte[] content, string contentType)
    {
        var material = await UploadAsync(type, content);

        Assert.Equal(new TemporaryMaterial(type == MaterialType.Thumb ? "t1" : "m1", type, DateTimeOffset.FromUnixTimeSeconds(1380000000)), material);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1380000000 + (3 * 86400)), material.ExpiresAt);
        var call = Assert.Single(_test.Platform.Calls);
        Assert.Equal("POST /cgi-bin/media/upload", call.Endpoint);
        Assert.Equal(type.ToString().ToLowerInvariant(), call.Query("type"));
        Assert.Contains($"Content-Type: {contentType}\r\n", call.Text, StringComparison.Ordinal);
        Assert.Contains("filename=\"文件.bin\"", call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_OtherKind_IsRefusedHere()
    {
        foreach (var (type, content) in new[] { (MaterialType.Image, Amr), (MaterialType.Voice, Png), (MaterialType.Video, Jpeg), (MaterialType.Thumb, Png) })
            await Assert.ThrowsAsync<MediaFormatException>(() => UploadAsync(type, content));
        Assert.Empty(_test.Platform.TokenFetches);
    }

    public static TheoryData<MaterialType, byte[], int> Limits => new()
    {
        { MaterialType.Image, Jpeg, 10 * Megabyte }, { MaterialType.Voice, Amr, 2 * Megabyte }, { MaterialType.Video, Mp4, 10 * Megabyte },
        { MaterialType.Thumb, Jpeg, 64 * 1024 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task UploadAsync_OneByteTooMany_IsRefusedHere(MaterialType type, byte[] start, int limit)
    {
        await UploadAsync(type, [.. start, .. new byte[limit - start.Length]]);
        var refused = await Assert.ThrowsAsync<MediaLimitException>(() => UploadAsync(type, [.. start, .. new byte[limit - start.Length + 1]]));

        Assert.Equal(limit, refused.Limit);
        Assert.Single(_test.Platform.Calls);
    }

    [Fact]
    public async Task UploadAsync_Empty_IsRefusedHere() => await Assert.ThrowsAsync<MediaLimitException>(() => UploadAsync(MaterialType.Image, []));

    [Fact]
    public async Task UploadAsync_AnswerWithoutAMediaId_IsNoAnswer()
    {
        _test.Platform.Answer("""{"errcode":0}""");
        using var stream = new MemoryStream(Jpeg);

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => _test.Client.Media.UploadAsync(MaterialType.Image, "a.jpg", stream, Cancellation));
    }

    [Fact]
    public async Task DownloadAsync_Picture_GivesTheBytes()
    {
        _test.Platform.Answer(new HttpResponseMessage { Content = new ByteArrayContent(Jpeg) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } } });

        await using var media = await _test.Client.Media.DownloadAsync("a+b", Cancellation);
        using var copy = new MemoryStream();
        await media.Content.CopyToAsync(copy, Cancellation);

        Assert.Equal(Jpeg, copy.ToArray());
        Assert.Equal("a+b", _test.Platform.Calls[0].Query("media_id"));
    }

    [Fact]
    public async Task DownloadAsync_Unknown_IsRefused()
    {
        _test.Platform.Answer(FakePlatform.Error(40007, "invalid media_id hint: [x]"));

        Assert.Equal(40007, (await Assert.ThrowsAsync<PlatformApiException>(() => _test.Client.Media.DownloadAsync("m1", Cancellation))).Code);
    }

    [Fact]
    public async Task Video_OfTheFollower_HasAnAddressInsteadOfAFile()
    {
        _test.Platform.Otherwise = _ => FakePlatform.Json("""{"video_url":"http://video.example/1.mp4"}""");

        Assert.Equal("http://video.example/1.mp4", await _test.Client.Media.GetVideoAddressAsync("m1", Cancellation));
        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => _test.Client.Media.DownloadAsync("m1", Cancellation));
        Assert.Contains("GetVideoAddressAsync", failure.InnerException?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetVideoAddressAsync_Picture_IsNoAnswer()
    {
        _test.Platform.Answer("""{"errcode":0}""");

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => _test.Client.Media.GetVideoAddressAsync("m1", Cancellation));
    }
}
