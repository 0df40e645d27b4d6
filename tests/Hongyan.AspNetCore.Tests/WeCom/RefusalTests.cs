using System.Net;
using System.Text;
using Hongyan.AspNetCore.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.WeCom;

/// <summary>Every input that is not the platform's gets its status, one line in the log and no handler.</summary>
public sealed class RefusalTests
{
    private const string Marker = "ZhangSanSaid";
    private const int Megabyte = 1024 * 1024;

    private static readonly Callback Valid = PlatformEnvelope.Official.Seal(Plaintexts.Text(Marker));

    public static TheoryData<string, string, byte[], HttpStatusCode> Bad
    {
        get
        {
            var bad = new TheoryData<string, string, byte[], HttpStatusCode>();
            AddQueries(bad);
            AddBodies(bad);
            AddCiphertexts(bad);
            return bad;
        }
    }

    private static void AddQueries(TheoryData<string, string, byte[], HttpStatusCode> bad)
    {
        void Add(string what, string query, HttpStatusCode status) => bad.Add(what, query, Encoding.UTF8.GetBytes(Valid.Body), status);
        Add("no parameters", "", HttpStatusCode.BadRequest);
        Add("no signature", $"?timestamp={Valid.Timestamp}&nonce={Valid.Nonce}", HttpStatusCode.BadRequest);
        Add("no timestamp", $"?msg_signature={Valid.Signature}&nonce={Valid.Nonce}", HttpStatusCode.BadRequest);
        Add("no nonce", $"?msg_signature={Valid.Signature}&timestamp={Valid.Timestamp}", HttpStatusCode.BadRequest);
        Add("empty nonce", $"?msg_signature={Valid.Signature}&timestamp={Valid.Timestamp}&nonce=", HttpStatusCode.BadRequest);
        Add("the plain signature instead", Valid.Query.Replace("msg_signature", "signature", StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Add("signature twice", $"{Valid.Query}&msg_signature={Valid.Signature}", HttpStatusCode.BadRequest);
        Add("signature twice, in another case", $"{Valid.Query}&Msg_Signature=x", HttpStatusCode.BadRequest);
        Add("timestamp twice", $"{Valid.Query}&timestamp={Valid.Timestamp}", HttpStatusCode.BadRequest);
        Add("nonce twice", $"{Valid.Query}&nonce={Valid.Nonce}", HttpStatusCode.BadRequest);
        Add("wrong signature", Valid.Query.Replace(Valid.Signature, new string('0', 40), StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("long signature", Valid.Query.Replace(Valid.Signature, Valid.Signature + "0", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("signature of line breaks", Valid.Query.Replace(Valid.Signature, "%0d%0aVerify: all is well", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("another nonce", Valid.Query.Replace(Valid.Nonce, "1", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("huge nonce", Valid.Query.Replace(Valid.Nonce, new string('1', Megabyte), StringComparison.Ordinal), HttpStatusCode.Forbidden);
        Add("broken escapes", Valid.Query.Replace(Valid.Nonce, "%zz%f", StringComparison.Ordinal), HttpStatusCode.Forbidden);
    }

    private static void AddBodies(TheoryData<string, string, byte[], HttpStatusCode> bad)
    {
        void Add(string what, string body, HttpStatusCode status = HttpStatusCode.BadRequest) => bad.Add(what, Valid.Query, Encoding.UTF8.GetBytes(body), status);
        Add("empty", "");
        Add("white space", " \r\n\t");
        Add("truncated", Valid.Body[..^10]);
        Add("truncated inside Encrypt", Valid.Body[..(Valid.Body.Length / 2)]);
        Add("not XML", $"{Marker} Encrypt");
        Add("JSON that ends too early", $$"""{"Encrypt":"{{Valid.Encrypted}}" """);
        Add("plaintext", Plaintexts.Text(Marker));
        Add("DTD", $"<!DOCTYPE xml SYSTEM \"http://127.0.0.1:9/{Marker}\">{Valid.Body}");
        Add("entity bomb", $"""<!DOCTYPE xml [<!ENTITY a "{Marker}"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><xml><Encrypt>&c;</Encrypt></xml>""");
        Add("Encrypt twice", Valid.Body.Replace("</xml>", $"<Encrypt>{Valid.Encrypted}</Encrypt></xml>", StringComparison.Ordinal));
        Add("Encrypt with a child", $"<xml><Encrypt><a>{Valid.Encrypted}</a></Encrypt></xml>");
        Add("Encrypt one level down", $"<xml><a><Encrypt>{Valid.Encrypted}</Encrypt></a></xml>");
        Add("deep nesting", $"<xml>{string.Concat(Enumerable.Repeat("<a>", 100_000))}{Valid.Encrypted}");
        Add("very many elements", $"<xml>{string.Concat(Enumerable.Repeat("<a/>", 200_000))}");
        Add("empty Encrypt", "<xml><Encrypt></Encrypt></xml>", HttpStatusCode.Forbidden);
        Add("changed ciphertext", Valid.Body.Replace(Valid.Encrypted[..4], "AAAA", StringComparison.Ordinal), HttpStatusCode.Forbidden);
        bad.Add("zeros", Valid.Query, new byte[1000], HttpStatusCode.BadRequest);
        bad.Add("invalid UTF-8", Valid.Query, [0xFF, 0xFE, 0xC0, 0x80, .. Encoding.UTF8.GetBytes(Valid.Body)], HttpStatusCode.BadRequest);
        bad.Add("UTF-16", Valid.Query, Encoding.Unicode.GetBytes(Valid.Body), HttpStatusCode.BadRequest);
        bad.Add("one byte too many", Valid.Query, new byte[Megabyte + 1], HttpStatusCode.RequestEntityTooLarge);
        bad.Add("as many bytes as are read", Valid.Query, new byte[Megabyte], HttpStatusCode.BadRequest);
        bad.Add("10 MB", Valid.Query, new byte[10 * Megabyte], HttpStatusCode.RequestEntityTooLarge);
    }

    private static void AddCiphertexts(TheoryData<string, string, byte[], HttpStatusCode> bad)
    {
        var platform = PlatformEnvelope.Official;
        var message = Encoding.UTF8.GetBytes(Plaintexts.Text(Marker));
        void Add(string what, Callback callback, HttpStatusCode status) => bad.Add(what, callback.Query, Encoding.UTF8.GetBytes(callback.Body), status);
        Add("not base64", platform.SealBase64("***"), HttpStatusCode.BadRequest);
        Add("not a multiple of 16", platform.SealBase64(Convert.ToBase64String(new byte[40])), HttpStatusCode.BadRequest);
        Add("shorter than its header", platform.SealPlain(new byte[16]), HttpStatusCode.BadRequest);
        Add("pad 0", platform.SealPlain(platform.Plain(message, pad: 0)), HttpStatusCode.Forbidden);
        Add("pad 33", platform.SealPlain(platform.Plain(message, pad: 33)), HttpStatusCode.Forbidden);
        Add("length negative", platform.SealPlain(platform.Plain(message, length: -1)), HttpStatusCode.BadRequest);
        Add("length lowest", platform.SealPlain(platform.Plain(message, length: int.MinValue)), HttpStatusCode.BadRequest);
        Add("length too large", platform.SealPlain(platform.Plain(message, length: int.MaxValue)), HttpStatusCode.BadRequest);
        Add("length too small", platform.SealPlain(platform.Plain(message, length: message.Length - 1)), HttpStatusCode.Forbidden);
        Add("another corp", platform.SealPlain(platform.Plain(message, meantFor: "ww0123456789abcdef")), HttpStatusCode.Forbidden);
        Add("nobody", platform.SealPlain(platform.Plain(message, meantFor: "")), HttpStatusCode.Forbidden);
        Add("another key", new PlatformEnvelope(OfficialVector.Token, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", OfficialVector.CorpId).Seal(message), HttpStatusCode.BadRequest);
        Add("another token", new PlatformEnvelope("another", OfficialVector.EncodingAESKey, OfficialVector.CorpId).Seal(message), HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Post_WrongInput_IsRefusedWithOneLineThatHoldsNothingOfIt(string what, string query, byte[] body, HttpStatusCode status)
    {
        var handled = 0;
        await using var host = await CallbackHost.StartAsync(bot => bot.On<Incoming>(() => { handled++; }));

        using var response = await host.Client.PostAsync(new Uri("/wecom" + query, UriKind.Relative), Callback.Xml(body), TestContext.Current.CancellationToken);

        Assert.True(status == response.StatusCode, $"{what}: {(int)response.StatusCode}");
        Assert.Equal(0, handled);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        AssertOneQuietLine(host, status);
    }

    [Theory]
    [InlineData(Megabyte + 1)]
    [InlineData(10 * Megabyte)]
    public async Task Post_LongBodyOfUnknownLength_IsRefusedAsTooLarge(int length)
    {
        await using var host = await CallbackHost.StartAsync(_ => { });
        using var body = new StreamContent(new EndlessStream(length));

        using var response = await host.Client.PostAsync(new Uri("/wecom" + Valid.Query, UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        AssertOneQuietLine(host, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    [InlineData("BREW")]
    public async Task OtherMethods_WithAValidCallback_Are405(string method)
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.On<Incoming>(() => "答"));
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/wecom" + Valid.Query, UriKind.Relative)) { Content = Valid.Content };

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
        AssertOneQuietLine(host, HttpStatusCode.MethodNotAllowed);
    }

    private static void AssertOneQuietLine(CallbackHost host, HttpStatusCode status)
    {
        var line = Assert.Single(host.Complaints);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Null(line.Exception);
        Assert.Contains($" {(int)status} ", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line.Text);
        string[] secrets = [Marker, OfficialVector.Token, OfficialVector.EncodingAESKey, Valid.Encrypted[..10], Valid.Signature, "all is well"];
        Assert.All(host.Log.Lines.Where(logged => logged.Category.StartsWith("Hongyan", StringComparison.Ordinal)),
            logged => Assert.DoesNotContain(secrets, secret => logged.Text.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>So many bytes, without saying so beforehand.</summary>
    private sealed class EndlessStream(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
