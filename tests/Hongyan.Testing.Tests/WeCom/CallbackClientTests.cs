using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Xml.Linq;
using Hongyan.WeCom;

namespace Hongyan.Testing.Tests.WeCom;

/// <summary>What goes out and what comes back, each made or read here a second time, without the library.</summary>
public sealed class CallbackClientTests
{
    private static readonly WeComOptions Options = new()
    {
        CorpId = "ww0123456789abcdef",
        Token = "aTokenForThisTest",
        EncodingAESKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
        AgentId = 1000005,
    };

    private static readonly byte[] Key = Convert.FromBase64String(Options.EncodingAESKey + "=");

    [Fact]
    public async Task DeliverAsync_Message_IsSignedAndEncrypted()
    {
        var (request, body) = (await DeliverAsync("你好", new HttpResponseMessage())).Single();

        var query = HttpUtility.ParseQueryString(request.Query);
        var envelope = XElement.Parse(body);
        var encrypt = envelope.Element("Encrypt")!.Value;
        Assert.Equal("/callback/demo", request.AbsolutePath);
        Assert.Equal(("ww0123456789abcdef", "1000005"), (envelope.Element("ToUserName")!.Value, envelope.Element("AgentID")!.Value));
        Assert.Equal(Sign(query["timestamp"]!, query["nonce"]!, encrypt), query["msg_signature"]);
        Assert.Equal(new ManualTimeProvider().GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), query["timestamp"]);
        Assert.Equal(("你好", "ww0123456789abcdef"), Decrypt(encrypt));
    }

    [Fact]
    public async Task DeliverAsync_Twice_HasAnotherNonceAndAnotherCiphertext()
    {
        var requests = await DeliverAsync("你好", new HttpResponseMessage(), new HttpResponseMessage());

        Assert.Equal(2, requests.Select(request => HttpUtility.ParseQueryString(request.Uri.Query)["nonce"]).Distinct().Count());
        Assert.Equal(2, requests.Select(request => XElement.Parse(request.Body).Element("Encrypt")!.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("success")]
    public async Task DeliverAsync_NothingAnswered_IsEmpty(string body) =>
        Assert.True((await AnswerAsync(body)).IsEmpty);

    [Fact]
    public async Task DeliverAsync_Envelope_IsOpened() =>
        Assert.Equal("<xml/>", Encoding.UTF8.GetString((await AnswerAsync(Envelope(Encrypt("<xml/>", Options.CorpId)))).Span));

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "The bot answered HTTP 403; the platform takes nothing but 200 and would deliver the message again.")]
    [InlineData(HttpStatusCode.InternalServerError, "The bot answered HTTP 500; the platform takes nothing but 200 and would deliver the message again.")]
    [InlineData(HttpStatusCode.NoContent, "The bot answered HTTP 204; the platform takes nothing but 200 and would deliver the message again.")]
    public async Task DeliverAsync_OtherStatus_SaysSo(HttpStatusCode status, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<BotTestException>(() => AnswerAsync("", status))).Message);

    public static TheoryData<string, string> WrongAnswers() => new()
    {
        { "pong", "The body of the answer is not XML: " },
        { "<!DOCTYPE x><xml/>", "The body of the answer is not XML: " },
        { "<xml><Content>pong</Content></xml>", "The envelope of the answer has no Encrypt." },
        { Envelope(Encrypt("<xml/>", Options.CorpId)).Replace("MsgSignature", "Signature", StringComparison.Ordinal), "The envelope of the answer has no MsgSignature." },
        { Envelope(Encrypt("<xml/>", Options.CorpId)).Replace("<Nonce>1", "<Nonce>2", StringComparison.Ordinal), "The MsgSignature of the answer does not fit its TimeStamp, Nonce and Encrypt." },
        { Envelope(Encrypt("<xml/>", "wwfedcba9876543210")), "The answer cannot be decrypted (-40005): " },
        { Envelope("!!!!"), "The answer cannot be decrypted (-40010): " },
        { Envelope(Convert.ToBase64String(new byte[17])), "The answer cannot be decrypted (-40007): " },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task DeliverAsync_AnswerThatThePlatformWouldNotTake_SaysWhatIsWrong(string body, string message) =>
        Assert.StartsWith(message, (await Assert.ThrowsAsync<BotTestException>(() => AnswerAsync(body))).Message, StringComparison.Ordinal);

    private static async Task<List<(Uri Uri, string Body)>> DeliverAsync(string plaintext, params HttpResponseMessage[] answers)
    {
        using var platform = new FakeBot(answers);
        using var http = new HttpClient(platform) { BaseAddress = new Uri("http://bot.invalid") };
        var client = new CallbackClient(http, "/callback/demo", Options, new ManualTimeProvider());
        foreach (var _ in answers)
            await client.DeliverAsync(Encoding.UTF8.GetBytes(plaintext), TestContext.Current.CancellationToken);
        return platform.Requests;
    }

    private static async Task<ReadOnlyMemory<byte>> AnswerAsync(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var bot = new FakeBot(new HttpResponseMessage(status) { Content = new StringContent(body) });
        using var http = new HttpClient(bot) { BaseAddress = new Uri("http://bot.invalid") };
        return await new CallbackClient(http, "/", Options, new ManualTimeProvider()).DeliverAsync("<xml/>"u8.ToArray(), TestContext.Current.CancellationToken);
    }

    private static string Envelope(string encrypt) =>
        $"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt><MsgSignature>{Sign("1700000000", "1", encrypt)}</MsgSignature><TimeStamp>1700000000</TimeStamp><Nonce>1</Nonce></xml>";

#pragma warning disable CA5350 // The platform signs with SHA-1.
    private static string Sign(params string[] parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Append(Options.Token).Order(StringComparer.Ordinal)))));
#pragma warning restore CA5350

    private static string Encrypt(string message, string receiveId)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. text, .. Encoding.UTF8.GetBytes(receiveId)];
        var pad = 32 - plain.Length % 32;
        using var aes = Aes.Create();
        aes.Key = Key;
        return Convert.ToBase64String(aes.EncryptCbc([.. plain, .. Enumerable.Repeat((byte)pad, pad)], Key.AsSpan(0, 16), PaddingMode.None));
    }

    private static (string Message, string ReceiveId) Decrypt(string encrypt)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypt), Key.AsSpan(0, 16), PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        return (Encoding.UTF8.GetString(plain, 20, length), Encoding.UTF8.GetString(plain, 20 + length, plain.Length - plain[^1] - 20 - length));
    }

    private sealed class FakeBot(params HttpResponseMessage[] answers) : HttpMessageHandler
    {
        private readonly Queue<HttpResponseMessage> _answers = new(answers);

        public List<(Uri Uri, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.RequestUri!, await request.Content!.ReadAsStringAsync(cancellationToken)));
            return _answers.Dequeue();
        }
    }
}
