using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hongyan.Client.Tests.Media;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

public sealed class WeComMediaDownloadTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    private Task<DownloadedMedia> DownloadAsync(string mediaId = "1G6nrLmr5EC3MMb_-zK1dDdzmd0p7cNliYu9V5w7o8K0") =>
        _test.Client.Media.DownloadAsync(mediaId, Cancellation);

    private static HttpResponseMessage File(Stream content, string contentType, string? disposition)
    {
        var response = new HttpResponseMessage { Content = new StreamContent(content) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (disposition is not null)
            response.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return response;
    }

    [Fact]
    public async Task DownloadAsync_Picture_GivesNameTypeLengthAndBytes()
    {
        _test.Platform.Answer(File(new MemoryStream([1, 2, 3, 4, 5, 6]), "image/jpeg", "attachment; filename=\"MEDIA_ID.jpg\""));

        await using var media = await DownloadAsync("a+b/c=");
        using var copy = new MemoryStream();
        await media.Content.CopyToAsync(copy, Cancellation);

        Assert.Equal(("MEDIA_ID.jpg", "image/jpeg", 6L), (media.FileName, media.ContentType, media.Length));
        Assert.Equal([1, 2, 3, 4, 5, 6], copy.ToArray());
        Assert.Equal("GET /cgi-bin/media/get", _test.Platform.Calls[0].Endpoint);
        Assert.Equal("a+b/c=", _test.Platform.Calls[0].Query("media_id"));
    }

    [Fact]
    public async Task DownloadAsync_NoName_MakesOneFromTheType()
    {
        _test.Platform.Answer(File(new MemoryStream([1]), "audio/amr", disposition: null));

        await using var media = await DownloadAsync();

        Assert.Equal("media.amr", media.FileName);
    }

    [Fact]
    public async Task DownloadAsync_LargeFile_IsReadOnlyAsFarAsTheCallerReads()
    {
        using var content = new PatternStream(long.MaxValue, canSeek: false);
        _test.Platform.Answer(File(content, "video/mp4", "attachment; filename=\"a.mp4\""));

        await using var media = await DownloadAsync();
        Assert.Equal(0, content.BytesRead);
        Assert.Null(media.Length);

        await media.Content.ReadExactlyAsync(new byte[100], Cancellation);
        Assert.InRange(content.BytesRead, 100, 256 * 1024);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task DownloadAsync_ErrorInsteadOfAFile_IsARefusal(string contentType)
    {
        _test.Platform.Answer(new HttpResponseMessage
        {
            Content = new StringContent("""{"errcode":40007,"errmsg":"invalid media_id"}""", Encoding.UTF8, contentType),
        });

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => DownloadAsync());

        Assert.Equal(("GET /cgi-bin/media/get", 40007), (refusal.Endpoint, refusal.Code));
    }

    [Fact]
    public async Task DownloadAsync_FileOfJson_IsAFile()
    {
        var json = """{"errcode":40007}"""u8.ToArray();
        _test.Platform.Answer(File(new MemoryStream(json), "application/json", "attachment; filename=\"log.json\""));

        await using var media = await DownloadAsync();
        using var copy = new MemoryStream();
        await media.Content.CopyToAsync(copy, Cancellation);

        Assert.Equal(json, copy.ToArray());
    }

    [Fact]
    public async Task DownloadAsync_TokenExpired_RefreshesAndRepeats()
    {
        _test.Platform.Answer(FakePlatform.Error(42001, "access_token expired"));
        _test.Platform.Answer(File(new MemoryStream([1]), "image/png", disposition: null));

        await using var media = await DownloadAsync();

        Assert.Equal("media.png", media.FileName);
        Assert.Equal(["very-secret-token-1", "very-secret-token-2"], _test.Platform.Calls.Select(call => call.AccessToken));
    }

    [Fact]
    public async Task DownloadAsync_FailureStatusWithAPicture_IsNoFile()
    {
        var response = File(new MemoryStream([1]), "image/png", disposition: null);
        response.StatusCode = HttpStatusCode.BadGateway;
        _test.Platform.Answer(response);

        Assert.Equal(HttpStatusCode.BadGateway, (await Assert.ThrowsAsync<PlatformUnavailableException>(() => DownloadAsync())).StatusCode);
    }

    [Fact]
    public async Task DownloadAsync_SuccessWithoutAFile_IsNoAnswer()
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => DownloadAsync());
    }

    [Fact]
    public async Task Dispose_BeforeTheEnd_GivesTheConnectionBack()
    {
        using var content = new PatternStream(long.MaxValue, canSeek: false);
        _test.Platform.Answer(File(content, "video/mp4", disposition: null));

        await (await DownloadAsync()).DisposeAsync();

        Assert.True(content.IsDisposed);
    }
}
