using System.Net;
using System.Text;
using System.Web;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;

namespace Hongyan.Testing.Tests.OfficialAccount;

/// <summary>What goes out in each mode, and which answers the platform would not take.</summary>
public sealed class OfficialAccountCallbackClientTests
{
    private const string Document = "<xml><ToUserName>gh_1</ToUserName><Content>你好</Content></xml>";

    [Fact]
    public async Task DeliverAsync_Plaintext_IsSignedAndOpen()
    {
        var (query, body, _) = await DeliverAsync(EncryptionMode.Plaintext, "");

        Assert.Equal(Document, body);
        Assert.Equal((null, null, "o 1"), (query["encrypt_type"], query["msg_signature"], query["openid"]));
        Assert.Equal(SignatureVerifier.Sign("aTokenForThisTest", query["timestamp"]!, query["nonce"]!, ""), query["signature"]);
    }

    [Theory]
    [InlineData(EncryptionMode.Compatible, "你好")]
    [InlineData(EncryptionMode.Safe, null)]
    public async Task DeliverAsync_Encrypted_ShowsTheMessageInCompatibleModeOnly(EncryptionMode mode, string? shown)
    {
        var (query, body, options) = await DeliverAsync(mode, "success");

        var envelope = XElement.Parse(body);
        Assert.Equal((shown, "gh_1"), (envelope.Element("Content")?.Value, envelope.Element("ToUserName")!.Value));
        Assert.Equal("aes", query["encrypt_type"]);
        Assert.Equal(SignatureVerifier.Sign(options.Token, query["timestamp"]!, query["nonce"]!, ""), query["signature"]);
        Assert.Equal(SignatureVerifier.Sign(options.Token, query["timestamp"]!, query["nonce"]!, envelope.Element("Encrypt")!.Value), query["msg_signature"]);
        Assert.Equal(Document, Encoding.UTF8.GetString(new MessageCipher(options.EncodingAESKey, options.AppId).Decrypt(Encoding.ASCII.GetBytes(envelope.Element("Encrypt")!.Value)).Message.Span));
    }

    [Theory]
    [InlineData(EncryptionMode.Safe, "<xml><MsgType>text</MsgType></xml>", "The answer is not encrypted and the account is in safe mode; the follower would read 该公众号提供的服务出现故障，请稍后再试.")]
    [InlineData(EncryptionMode.Plaintext, "<xml><Encrypt>a</Encrypt></xml>", "The answer is encrypted and the account is in plaintext mode; the follower would read 该公众号提供的服务出现故障，请稍后再试.")]
    [InlineData(EncryptionMode.Plaintext, "{}", "The body of the answer is not XML: ")]
    [InlineData(EncryptionMode.Safe, "<xml><Encrypt>a</Encrypt></xml>", "The envelope of the answer has no MsgSignature.")]
    public async Task DeliverAsync_AnswerThatThePlatformWouldNotTake_SaysWhatIsWrong(EncryptionMode mode, string answer, string message) =>
        Assert.StartsWith(message, (await Assert.ThrowsAsync<BotTestException>(() => DeliverAsync(mode, answer))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task DeliverAsync_OpenAnswerInCompatibleMode_IsTaken()
    {
        var (_, _, _, reply) = await AnswerAsync(EncryptionMode.Compatible, "<xml><MsgType>text</MsgType></xml>");

        Assert.Equal("<xml><MsgType>text</MsgType></xml>", Encoding.UTF8.GetString(reply.Span));
    }

    private static async Task<(System.Collections.Specialized.NameValueCollection Query, string Body, OfficialAccountOptions Options)> DeliverAsync(EncryptionMode mode, string answer)
    {
        var (query, body, options, _) = await AnswerAsync(mode, answer);
        return (query, body, options);
    }

    private static async Task<(System.Collections.Specialized.NameValueCollection Query, string Body, OfficialAccountOptions Options, ReadOnlyMemory<byte> Reply)> AnswerAsync(EncryptionMode mode, string answer)
    {
        var options = new OfficialAccountOptions
        {
            AppId = "wx0123456789abcdef", Token = "aTokenForThisTest", EncodingAESKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", Mode = mode,
        };
        using var bot = new FakeBot(answer);
        using var http = new HttpClient(bot) { BaseAddress = new Uri("http://bot.invalid") };
        var reply = await new OfficialAccountCallbackClient(http, "/oa", options, new ManualTimeProvider())
            .DeliverAsync(Encoding.UTF8.GetBytes(Document), "o 1", "1234567890", TestContext.Current.CancellationToken);
        return (HttpUtility.ParseQueryString(bot.Address!.Query), bot.Body, options, reply);
    }

    private sealed class FakeBot(string answer) : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
