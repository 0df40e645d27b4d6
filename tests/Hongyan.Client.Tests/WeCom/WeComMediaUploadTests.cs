using System.Globalization;
using System.Text;
using Hongyan.Client.Tests.Media;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

public sealed class WeComMediaUploadTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private const string Uploaded = """{"errcode":0,"errmsg":"","type":"image","media_id":"1G6nrLmr5EC3MMb","created_at":"1380000000"}""";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Amr = [.. "#!AMR\n"u8];
    private static readonly byte[] Mp4 = [0, 0, 0, 0x18, .. "ftypmp42"u8];

    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    private Task<UploadedMedia> UploadAsync(MediaType type, string fileName, Stream content)
    {
        _test.Platform.Otherwise = _ => FakePlatform.Json(Uploaded);
        return _test.Client.Media.UploadAsync(type, fileName, content, Cancellation);
    }

    private static byte[] StartOf(MediaType type) => type switch
    {
        MediaType.Image => Jpeg,
        MediaType.Voice => Amr,
        MediaType.Video => Mp4,
        _ => [],
    };

    [Fact]
    public async Task UploadAsync_Picture_GivesTheMediaIdForThreeDays()
    {
        using var content = new MemoryStream(Jpeg);

        var media = await UploadAsync(MediaType.Image, "a.jpg", content);

        Assert.Equal(new UploadedMedia("1G6nrLmr5EC3MMb", MediaType.Image, DateTimeOffset.FromUnixTimeSeconds(1380000000)), media);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1380000000 + (3 * 86400)), media.ExpiresAt);
        Assert.Equal("POST /cgi-bin/media/upload", _test.Platform.Calls[0].Endpoint);
        Assert.Equal("image", _test.Platform.Calls[0].Query("type"));
    }

    [Theory]
    [InlineData("期末成绩单.xlsx", "期末成绩单.xlsx")]
    [InlineData("🦆𠮷.txt", "🦆𠮷.txt")]
    [InlineData("关于\"五一\"的通知.txt", "关于'五一'的通知.txt")]
    [InlineData("a\"\r\nX: y.txt", "a'__X_ y.txt")]
    public async Task UploadAsync_AnyName_WritesExactlyTheseBytes(string fileName, string written)
    {
        using var content = new MemoryStream("mytext\r\n"u8.ToArray());

        await UploadAsync(MediaType.File, fileName, content);

        var request = _test.Platform.Calls[0];
        const string prefix = "multipart/form-data; boundary=";
        Assert.StartsWith(prefix, request.ContentType, StringComparison.Ordinal);
        var boundary = request.ContentType![prefix.Length..];
        Assert.Matches("^[A-Za-z0-9-]{20,70}$", boundary);
        var expected = $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{written}\"; filelength=8\r\n"
            + $"Content-Type: application/octet-stream\r\n\r\nmytext\r\n\r\n--{boundary}--\r\n";
        Assert.Equal(Encoding.UTF8.GetBytes(expected), request.Body);
        Assert.Equal(request.Body.Length, request.ContentLength);
    }

    [Theory]
    [InlineData(MediaType.Image, 6, 10 * Megabyte)]
    [InlineData(MediaType.Voice, 6, 2 * Megabyte)]
    [InlineData(MediaType.Video, 12, 10 * Megabyte)]
    [InlineData(MediaType.File, 6, 20 * Megabyte)]
    public async Task UploadAsync_AtTheLimits_IsSent(MediaType type, int smallest, int largest)
    {
        foreach (var canSeek in new[] { true, false })
        {
            using var small = new PatternStream(smallest, canSeek, StartOf(type));
            using var large = new PatternStream(largest, canSeek, StartOf(type));
            await UploadAsync(type, "a", small);
            await UploadAsync(type, "a", large);
        }

        Assert.Equal(4, _test.Platform.Calls.Count);
        Assert.Contains($"filelength={largest.ToString(CultureInfo.InvariantCulture)}\r\n", Encoding.UTF8.GetString(_test.Platform.Calls[1].Body.AsSpan(0, 300)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MediaType.Image, 5, 6)]
    [InlineData(MediaType.File, 0, 6)]
    [InlineData(MediaType.Image, (10 * Megabyte) + 1, 10 * Megabyte)]
    [InlineData(MediaType.Voice, (2 * Megabyte) + 1, 2 * Megabyte)]
    [InlineData(MediaType.Video, (10 * Megabyte) + 1, 10 * Megabyte)]
    [InlineData(MediaType.File, (20 * Megabyte) + 1, 20 * Megabyte)]
    public async Task UploadAsync_BeyondALimit_SendsNothing(MediaType type, int size, int limit)
    {
        foreach (var canSeek in new[] { true, false })
        {
            using var content = new PatternStream(size, canSeek, StartOf(type));

            var refused = await Assert.ThrowsAsync<MediaLimitException>(() => UploadAsync(type, "a", content));

            Assert.Equal((type.ToString(), limit, size), (refused.MediaType, refused.Limit, refused.Actual));
            Assert.Contains(limit.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
            Assert.Contains("document/path/90253", refused.Message, StringComparison.Ordinal);
        }
        Assert.Empty(_test.Platform.Calls);
        Assert.Empty(_test.Platform.TokenFetches);
    }

    [Fact]
    public async Task UploadAsync_EndlessStream_StopsAtTheLimit()
    {
        using var content = new PatternStream(long.MaxValue, canSeek: false, Amr);

        await Assert.ThrowsAsync<MediaLimitException>(() => UploadAsync(MediaType.Voice, "a.amr", content));

        Assert.Equal((2 * Megabyte) + 1, content.BytesRead);
    }

    public static TheoryData<MediaType, byte[], string?> Formats => new()
    {
        { MediaType.Image, [.. Jpeg, 1, 2], "image/jpeg" },
        { MediaType.Image, Png, "image/png" },
        { MediaType.Image, [.. "GIF89a;;"u8], null },
        { MediaType.Image, [.. "BM......"u8], null },
        { MediaType.Voice, [.. Amr, 1], "audio/amr" },
        { MediaType.Voice, [.. "ID3....."u8], null },
        { MediaType.Voice, [.. "RIFF...."u8], null },
        { MediaType.Video, Mp4, "video/mp4" },
        { MediaType.Video, [.. "ftypmp42"u8], null },
        { MediaType.Video, [.. "123456"u8], null },
        { MediaType.File, [.. "anything"u8], "application/octet-stream" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task UploadAsync_FirstBytes_DecideTheFormat(MediaType type, byte[] bytes, string? contentType)
    {
        foreach (var canSeek in new[] { true, false })
        {
            using var content = new PatternStream(bytes.Length, canSeek, bytes);
            if (contentType is null)
            {
                var refused = await Assert.ThrowsAsync<MediaFormatException>(() => UploadAsync(type, "a", content));
                Assert.Equal(type.ToString(), refused.MediaType);
                Assert.Contains(refused.Expected, refused.Message, StringComparison.Ordinal);
                Assert.Empty(_test.Platform.TokenFetches);
            }
            else
            {
                await UploadAsync(type, "a", content);
                var sent = Encoding.Latin1.GetString(_test.Platform.Calls[^1].Body);
                Assert.Contains($"\r\nContent-Type: {contentType}\r\n\r\n{Encoding.Latin1.GetString(bytes)}\r\n--", sent, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UploadAsync_TokenExpired_SendsTheFileAgain(bool canSeek)
    {
        using var content = new PatternStream(100_000, canSeek, Jpeg);
        _test.Platform.Answer(FakePlatform.Error(42001, "access_token expired"));

        await UploadAsync(MediaType.Image, "a.jpg", content);

        Assert.Equal(2, _test.Platform.Calls.Count);
        Assert.Equal(FileIn(_test.Platform.Calls[0]), FileIn(_test.Platform.Calls[1]));
        Assert.Equal(100_000, FileIn(_test.Platform.Calls[0]).Length);
    }

    [Fact]
    public async Task UploadAsync_TwentyMegabytes_AreNeverHeldInMemory()
    {
        var received = 0L;
        using var handler = new ReceivingHandler(count => received += count);
        using var http = new HttpClient(handler);
        var client = new WeComClient(http, new WeComClientOptions { CorpId = "ww1", Secret = "s" });
        using var content = new PatternStream(20 * Megabyte, canSeek: true)
        {
            Reading = read => Assert.True(read - received < 256 * 1024, $"read {read} bytes ahead of {received} sent"),
        };

        await client.Media.UploadAsync(MediaType.File, "big.bin", content, Cancellation);

        Assert.InRange(received, 20 * Megabyte, (20 * Megabyte) + 1000);
    }

    [Fact]
    public async Task UploadAsync_Refused_NamesTheEndpoint()
    {
        using var content = new MemoryStream(Jpeg);
        _test.Platform.Answer(FakePlatform.Error(40004, "invalid media type"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => UploadAsync(MediaType.Image, "a.jpg", content));

        Assert.Equal(("POST /cgi-bin/media/upload", 40004), (refusal.Endpoint, refusal.Code));
    }

    [Fact]
    public async Task UploadAsync_AnswerWithoutAMediaId_IsNoAnswer()
    {
        using var content = new MemoryStream(Jpeg);
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => UploadAsync(MediaType.Image, "a.jpg", content));
    }

    [Fact]
    public async Task UploadAsync_NotAType_Throws()
    {
        using var content = new MemoryStream(Jpeg);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => UploadAsync((MediaType)9, "a.jpg", content));
    }

    private static byte[] FileIn(RecordedRequest request)
    {
        var start = request.Body.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        return request.Body[start..request.Body.AsSpan().LastIndexOf("\r\n--"u8)];
    }

    /// <summary>Takes the body as a connection does: piece by piece.</summary>
    private sealed class ReceivingHandler(Action<int> received) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is null)
                return FakePlatform.Token("t");
            await request.Content.CopyToAsync(new CountingStream(received), cancellationToken);
            return FakePlatform.Json(Uploaded);
        }
    }

    private sealed class CountingStream(Action<int> received) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            received(buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
