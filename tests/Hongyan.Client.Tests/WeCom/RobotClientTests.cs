using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

public sealed class RobotClientTests : IDisposable
{
    private const string Key = "Vh3bN8sYt5KqD1fRw7ZcJx9GmP2uLe6TaQ4oXiM0yBz";
    private const string Code = "very-secret-code";

    private static readonly Uri ResponseUrl = new($"https://qyapi.example.com/cgi-bin/aibot/response?response_code={Code}");

    private readonly FakePlatform _platform = new();

    public void Dispose() => _platform.Dispose();

    [Fact]
    public async Task AnswerAsync_Markdown_PostsItToTheAddress()
    {
        _platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Client().AnswerAsync(ResponseUrl, "**好**😀", "f1", TestContext.Current.CancellationToken);

        var call = Assert.Single(_platform.Calls);
        Assert.Equal((HttpMethod.Post, ResponseUrl.AbsoluteUri), (call.Method, call.Uri.AbsoluteUri));
        Assert.Equal("""{"msgtype":"markdown","markdown":{"content":"**好**😀","feedback":{"id":"f1"}}}""", call.Text);
    }

    [Fact]
    public async Task AnswerAsync_AddressWithMoreInItsQuery_KeepsIt()
    {
        _platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Client().AnswerAsync(new Uri("http://127.0.0.1:5090/cgi-bin/aibot/response?a=1&response_code=x%2By&b=2"), "好", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("http://127.0.0.1:5090/cgi-bin/aibot/response?a=1&b=2&response_code=x%2By", Assert.Single(_platform.Calls).Uri.AbsoluteUri);
    }

    [Fact]
    public async Task AnswerWithCardAsync_Card_PostsIt()
    {
        _platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Client().AnswerWithCardAsync(
            ResponseUrl, new TextNoticeCard { MainTitle = new CardTitle("标题"), Action = "https://example.com" }, cancellationToken: TestContext.Current.CancellationToken);

        var body = JsonDocument.Parse(Assert.Single(_platform.Calls).Text).RootElement;
        Assert.Equal(("template_card", "text_notice"), (body.GetProperty("msgtype").GetString(), body.GetProperty("template_card").GetProperty("card_type").GetString()));
    }

    [Fact]
    public async Task AnswerAsync_Refused_ThrowsTheCodeWithoutTheSecret()
    {
        _platform.Answer(FakePlatform.Error(40001, $"invalid response_code {Code}"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Client().AnswerAsync(ResponseUrl, "好", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((40001, "POST /cgi-bin/aibot/response"), (refusal.Code, refusal.Endpoint));
        Assert.DoesNotContain(Code, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerAsync_ConnectionBreaks_MayHaveTakenEffectAndIsNotRepeated()
    {
        _platform.Answer((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"));

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => Client().AnswerAsync(ResponseUrl, "好", cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(failure.MayHaveTakenEffect);
        Assert.DoesNotContain(Code, failure.ToString(), StringComparison.Ordinal);
        Assert.Single(_platform.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task AnswerAsync_Nothing_IsALimit(string? content) =>
        await Assert.ThrowsAsync<FieldLimitException>(() => Client().AnswerAsync(ResponseUrl, content!, cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public async Task AnswerAsync_TooLong_IsALimit() =>
        await Assert.ThrowsAsync<FieldLimitException>(() => Client().AnswerAsync(ResponseUrl, new string('a', 20481), cancellationToken: TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("https://qyapi.example.com/cgi-bin/aibot/response")]
    [InlineData("https://qyapi.example.com/cgi-bin/aibot/response?response_code=")]
    [InlineData("file:///etc/passwd?response_code=very-secret-code")]
    [InlineData("ftp://qyapi.example.com/?response_code=very-secret-code")]
    public async Task AnswerAsync_NoSuchAddress_ThrowsWithoutTheSecret(string address)
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => Client().AnswerAsync(new Uri(address), "好", cancellationToken: TestContext.Current.CancellationToken));

        Assert.DoesNotContain(Code, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_platform.Calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(32 * 1024)]
    [InlineData(200_000)]
    public async Task DownloadAsync_EncryptedFile_GivesItsBytes(int length)
    {
        var file = RandomNumberGenerator.GetBytes(length);
        _platform.Answer(FileOf(Encrypted(file, Key), "attachment; filename=\"报告.pdf\""));

        await using var media = await Client().DownloadAsync("https://files.example.com/a?sign=secret", TestContext.Current.CancellationToken);
        var copy = new MemoryStream();
        await media.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);

        Assert.Equal(file, copy.ToArray());
        Assert.Equal(("报告.pdf", (long?)null), (media.FileName, media.Length));
    }

    [Fact]
    public async Task DownloadAsync_ReadByteByByte_GivesTheSame()
    {
        var file = RandomNumberGenerator.GetBytes(100);
        _platform.Answer(FileOf(Encrypted(file, Key)));

        await using var media = await Client().DownloadAsync("https://files.example.com/a", TestContext.Current.CancellationToken);
        var read = new List<byte>();
        for (var next = media.Content.ReadByte(); next >= 0; next = media.Content.ReadByte())
            read.Add((byte)next);

        Assert.Equal(file, read);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "another key", Encrypted(new byte[100], "Kh3bN8sYt5KqD1fRw7ZcJx9GmP2uLe6TaQ4oXiM0yBz") },
        { "cut off", Encrypted(new byte[100], Key)[..^5] },
        { "cut off at a block", Encrypted([.. Enumerable.Repeat((byte)200, 100)], Key)[..^32] },
        { "empty", [] },
        { "plain", Encoding.UTF8.GetBytes("not encrypted at all, sorry") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task DownloadAsync_NotThisRobotsFile_BreaksWhileReading(string what, byte[] body)
    {
        _platform.Answer(FileOf(body));

        await using var media = await Client().DownloadAsync("https://files.example.com/a", TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<IOException>(() => media.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));

        Assert.True(failure.Message.Contains("EncodingAESKey", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task DownloadAsync_Expired_SaysSoWithoutTheAddress()
    {
        _platform.Answer(new HttpResponseMessage(HttpStatusCode.Forbidden));

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => Client().DownloadAsync("https://files.example.com/a?sign=secret", TestContext.Current.CancellationToken));

        Assert.Equal((false, HttpStatusCode.Forbidden), (failure.MayHaveTakenEffect, failure.StatusCode));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("file:///etc/passwd")]
    public async Task DownloadAsync_NoAddress_Throws(string url) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Client().DownloadAsync(url, TestContext.Current.CancellationToken));

    private RobotClient Client() => new(new HttpClient(_platform), new RobotClientOptions { EncodingAESKey = Key, Retries = 0 });

    private static HttpResponseMessage FileOf(byte[] body, string? disposition = null)
    {
        var content = new ByteArrayContent(body);
        if (disposition is not null)
            content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return new HttpResponseMessage { Content = content };
    }

    private static byte[] Encrypted(byte[] file, string key)
    {
        var padding = 32 - file.Length % 32;
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(key + "=");
        return aes.EncryptCbc([.. file, .. Enumerable.Repeat((byte)padding, padding)], aes.Key.AsSpan(0, 16), PaddingMode.None);
    }
}
