using System.Buffers;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope.OfficialAccount;

public class OfficialAccountEnvelopeTests
{
    private const string Message = Vectors.Synthetic.TextMessage;
    private const string Beside = "<ToUserName><![CDATA[gh_1]]></ToUserName><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[伪造]]></Content>";

    private static readonly string Encrypt = Forge.Encrypt(Message);
    private static readonly CallbackQuery Encrypted = Forge.Query(Encrypt) with { PlainSignature = Vectors.Synthetic.PlainSignature };
    private static readonly CallbackQuery Plain = new(null, Forge.Timestamp, Forge.Nonce) { PlainSignature = Vectors.Synthetic.PlainSignature };
    private static readonly string SafeBody = $"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{Encrypt}]]></Encrypt></xml>";
    private static readonly string CompatibleBody = $"<xml>{Beside}<Encrypt><![CDATA[{Encrypt}]]></Encrypt></xml>";

    private static OfficialAccountEnvelope Account(EncryptionMode mode) => new(mode, Forge.Token, Forge.Key, Forge.ReceiveId);

    private static EnvelopeResult Open(EncryptionMode mode, CallbackQuery query, string body) => Account(mode).Open(query, Encoding.UTF8.GetBytes(body));

    [Fact]
    public void Open_PlaintextWithTheVectorsSignature_IsTheBodyByteForByte() =>
        Assert.Equal(Message, Encoding.UTF8.GetString(Open(EncryptionMode.Plaintext, Plain, Message).Message.Span));

    [Theory]
    [InlineData(EncryptionMode.Safe)]
    [InlineData(EncryptionMode.Compatible)]
    public void Open_TheVectorsCiphertext_IsTheMessage(EncryptionMode mode)
    {
        var query = new CallbackQuery(Vectors.Synthetic.TextSignature, Forge.Timestamp, Forge.Nonce) { PlainSignature = Vectors.Synthetic.PlainSignature };

        var result = Open(mode, query, $"<xml><Encrypt><![CDATA[{Vectors.Synthetic.TextEncrypt}]]></Encrypt></xml>");

        Assert.Equal(Message, Encoding.UTF8.GetString(result.Message.Span));
    }

    [Fact]
    public void Open_CompatibleWithAnotherMessageBeside_ReadsTheEncryptedOne() =>
        Assert.Equal(Message, Encoding.UTF8.GetString(Open(EncryptionMode.Compatible, Encrypted, CompatibleBody).Message.Span));

    [Theory]
    [InlineData("{0}")]
    [InlineData("{1}")]
    public void Open_Json_IsTheMessage(string form)
    {
        // The second as PHP writes it: every slash escaped, here one more character as well.
        var encrypt = string.Format(null, form, Encrypt, Encrypt.Replace("/", "\\/", StringComparison.Ordinal).Replace("Q3st", "\\u00513st", StringComparison.Ordinal));

        var result = Open(EncryptionMode.Safe, Encrypted, $$""" {"ToUserName":"gh_1","Encrypt":"{{encrypt}}"} """);

        Assert.Equal(Message, Encoding.UTF8.GetString(result.Message.Span));
    }

    [Fact]
    public void Open_PlaintextJson_IsTheBody() =>
        Assert.True(Open(EncryptionMode.Plaintext, Plain, """{"ToUserName":"gh_1","MsgType":"text","Content":"好"}""").Succeeded);

    [Theory]
    [InlineData("5927782489442352469")]
    [InlineData("any + thing=%2B<x>")]
    public void VerifyUrl_InAnyMode_IsTheEchoAsItCame(string echo)
    {
        foreach (var mode in Enum.GetValues<EncryptionMode>())
            Assert.Equal(echo, Encoding.UTF8.GetString(Account(mode).VerifyUrl(Plain with { Echo = echo }).Message.Span));
    }

    [Fact]
    public void VerifyUrl_CiphertextOfARecordedCallback_IsNotDecrypted() =>
        Assert.Equal(Encrypt, Encoding.UTF8.GetString(Account(EncryptionMode.Safe).VerifyUrl(Encrypted with { Echo = Encrypt }).Message.Span));

    public static TheoryData<string, EncryptionMode, CallbackQuery, string, CallbackError, string> Refusals => new()
    {
        { "plaintext in safe mode", EncryptionMode.Safe, Encrypted, Message, CallbackError.ParseFailed, "the body has no Encrypt: this endpoint takes encrypted callbacks only" },
        { "plaintext in compatible mode", EncryptionMode.Compatible, Encrypted, Message, CallbackError.ParseFailed, "the body has no Encrypt: this endpoint takes encrypted callbacks only" },
        { "plaintext beside Encrypt in safe mode", EncryptionMode.Safe, Encrypted, CompatibleBody, CallbackError.ParseFailed, "the body has the message in plaintext too, but Mode is Safe: set it to Compatible, or the account to 安全模式" },
        { "safe body in plaintext mode", EncryptionMode.Plaintext, Encrypted, SafeBody, CallbackError.ParseFailed, "the body is encrypted, but Mode is Plaintext: set it to what the page 基本配置 shows" },
        { "compatible body in plaintext mode", EncryptionMode.Plaintext, Encrypted, CompatibleBody, CallbackError.ParseFailed, "the body is encrypted, but Mode is Plaintext: set it to what the page 基本配置 shows" },
        { "safe without signature", EncryptionMode.Safe, Encrypted with { PlainSignature = null }, SafeBody, CallbackError.ParseFailed, "signature is missing" },
        { "safe without msg_signature", EncryptionMode.Safe, Plain, SafeBody, CallbackError.ParseFailed, "msg_signature is missing" },
        { "compatible without msg_signature", EncryptionMode.Compatible, Plain, CompatibleBody, CallbackError.ParseFailed, "msg_signature is missing" },
        { "plaintext without signature", EncryptionMode.Plaintext, Encrypted with { PlainSignature = "" }, Message, CallbackError.ParseFailed, "signature is missing" },
        { "no timestamp", EncryptionMode.Plaintext, Plain with { Timestamp = null }, Message, CallbackError.ParseFailed, "timestamp is missing" },
        { "no nonce", EncryptionMode.Plaintext, Plain with { Nonce = "" }, Message, CallbackError.ParseFailed, "nonce is missing" },
        { "plaintext with a wrong signature", EncryptionMode.Plaintext, Plain with { PlainSignature = new string('0', 40) }, Message, CallbackError.SignatureMismatch, "signature does not fit: wrong Token, or the request was changed on its way" },
        { "plaintext with the signature of a ciphertext", EncryptionMode.Plaintext, Plain with { PlainSignature = Forge.Sign(Encrypt) }, Message, CallbackError.SignatureMismatch, "signature does not fit: wrong Token, or the request was changed on its way" },
        { "plaintext of another nonce", EncryptionMode.Plaintext, Plain with { Nonce = "1234567891" }, Message, CallbackError.SignatureMismatch, "signature does not fit: wrong Token, or the request was changed on its way" },
        { "safe with a wrong signature", EncryptionMode.Safe, Encrypted with { PlainSignature = Forge.Sign(Encrypt) }, SafeBody, CallbackError.SignatureMismatch, "signature does not fit: wrong Token, or the request was changed on its way" },
        { "safe with the plain signature as msg_signature", EncryptionMode.Safe, Encrypted with { Signature = Vectors.Synthetic.PlainSignature }, SafeBody, CallbackError.SignatureMismatch, "msg_signature does not fit: wrong Token, or the request was changed on its way" },
        { "an empty body", EncryptionMode.Plaintext, Plain, "", CallbackError.ParseFailed, "the body is empty" },
        { "neither XML nor JSON", EncryptionMode.Plaintext, Plain, "hello", CallbackError.ParseFailed, "the body is neither XML nor JSON" },
        { "a truncated message", EncryptionMode.Plaintext, Plain, Message[..^9], CallbackError.ParseFailed, "the XML ends too early" },
        { "a DTD", EncryptionMode.Plaintext, Plain, "<!DOCTYPE xml><xml/>", CallbackError.ParseFailed, "the XML holds a DTD, which is never accepted" },
        { "half a JSON object", EncryptionMode.Safe, Encrypted, $$"""{"Encrypt":"{{Encrypt}}" """, CallbackError.ParseFailed, "the JSON ends too early" },
        { "two JSON objects", EncryptionMode.Safe, Encrypted, $$"""{"Encrypt":"{{Encrypt}}"}{}""", CallbackError.ParseFailed, "the body is not a JSON object" },
        { "JSON with Encrypt twice", EncryptionMode.Safe, Encrypted, $$"""{"Encrypt":"{{Encrypt}}","encrypt":""}""", CallbackError.ParseFailed, "the body has more than one Encrypt" },
        { "JSON with two in a list", EncryptionMode.Safe, Encrypted, $$"""{"Encrypt":["{{Encrypt}}","{{Encrypt}}"]}""", CallbackError.ParseFailed, "the body has more than one Encrypt" },
        { "JSON with an object as Encrypt", EncryptionMode.Safe, Encrypted, $$$"""{"Encrypt":{"Encrypt":"{{{Encrypt}}}"}}""", CallbackError.ParseFailed, "Encrypt holds more than text" },
        { "JSON with half a surrogate pair", EncryptionMode.Safe, Encrypted, """{"Encrypt":"\ud83d"}""", CallbackError.SignatureMismatch, "msg_signature does not fit: wrong Token, or the request was changed on its way" },
        { "JSON without Encrypt in safe mode", EncryptionMode.Safe, Encrypted, """{"ToUserName":"gh_1","Content":"x"}""", CallbackError.ParseFailed, "the body has no Encrypt: this endpoint takes encrypted callbacks only" },
        { "JSON deeper than anything", EncryptionMode.Plaintext, Plain, string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), CallbackError.ParseFailed, "the JSON is nested deeper than 32 values" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Open_WrongInput_IsRefused(string what, EncryptionMode mode, CallbackQuery query, string body, CallbackError error, string reason)
    {
        Assert.NotEmpty(what);
        Open(mode, query, body).With(error, reason, Encrypt);
    }

    [Fact]
    public void Open_MeantForAnotherAppId_IsRefused()
    {
        var encrypt = Forge.Encrypt(Forge.Pad(Forge.Plain(Message, receiveId: "wxanother")));
        var query = Forge.Query(encrypt) with { PlainSignature = Vectors.Synthetic.PlainSignature };

        Open(EncryptionMode.Safe, query, $"<xml><Encrypt>{encrypt}</Encrypt></xml>").With(CallbackError.ReceiveIdMismatch, "the message is meant for another receiveid");
    }

    [Theory]
    [InlineData(null, "echostr is missing", CallbackError.ParseFailed)]
    [InlineData("", "echostr is missing", CallbackError.ParseFailed)]
    public void VerifyUrl_NoEcho_IsRefused(string? echo, string reason, CallbackError error) =>
        Account(EncryptionMode.Safe).VerifyUrl(Plain with { Echo = echo }).With(error, reason);

    [Fact]
    public void VerifyUrl_SignedByMsgSignatureAlone_IsRefused() =>
        Account(EncryptionMode.Safe).VerifyUrl(Forge.Query(Encrypt, Encrypt)).With(CallbackError.ParseFailed, "signature is missing", Encrypt);

    [Fact]
    public void VerifyUrl_WrongSignature_IsRefused() =>
        Account(EncryptionMode.Plaintext).VerifyUrl(Plain with { Echo = "1", PlainSignature = new string('a', 40) })
            .With(CallbackError.SignatureMismatch, "signature does not fit: wrong Token, or the request was changed on its way");

    [Fact]
    public void Seal_InPlaintextMode_IsTheReplyItself()
    {
        var output = new ArrayBufferWriter<byte>();

        Account(EncryptionMode.Plaintext).Seal("<xml>好</xml>"u8, Forge.Timestamp, Forge.Nonce, output);

        Assert.Equal("<xml>好</xml>", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData(EncryptionMode.Safe)]
    [InlineData(EncryptionMode.Compatible)]
    public void Seal_InTheOtherModes_IsTheSignedEnvelope(EncryptionMode mode)
    {
        var output = new ArrayBufferWriter<byte>();

        Account(mode).Seal("<xml>好</xml>"u8, Forge.Timestamp, Forge.Nonce, output);

        var xml = XElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan));
        var encrypt = xml.Element("Encrypt")!.Value;
        Assert.Equal(Forge.Sign(encrypt), xml.Element("MsgSignature")!.Value);
        Assert.Equal("<xml>好</xml>", Encoding.UTF8.GetString(Forge.Account.Decrypt(Encoding.UTF8.GetBytes(encrypt)).Message.Span));
    }

    [Fact]
    public void Open_AnyBodyInAnyMode_NeverThrows() =>
        Prop.ForAll(Arb.From(Gen.OneOf(Texts.NearlyXml().Generator, NearlyJson())), Arb.From(Gen.Elements(Enum.GetValues<EncryptionMode>())), (body, mode) =>
        {
            var result = Account(mode).Open(Encrypted, Encoding.UTF8.GetBytes(body));
            // With a good signature and no key, only plaintext mode can be got through.
            Assert.True(mode == EncryptionMode.Plaintext || !result.Succeeded);
        }).Hold();

    [Fact]
    public void Open_DamagedBodyOfSafeMode_OpensOnlyTheSameMessage() =>
        Prop.ForAll(Arb.From(Texts.Damaged(Encoding.UTF8.GetBytes(SafeBody))), body =>
        {
            var result = Account(EncryptionMode.Safe).Open(Encrypted, body);
            if (result.Succeeded)
                Assert.Equal(Message, Encoding.UTF8.GetString(result.Message.Span));
        }).Hold();

    [Fact]
    public void Open_AnyTokenAndMessage_RoundTrips() =>
        Prop.ForAll(Texts.WellFormed(), Texts.WellFormed(), (token, text) =>
        {
            var envelope = new OfficialAccountEnvelope(EncryptionMode.Safe, token, Forge.Key, "wx1");
            var output = new ArrayBufferWriter<byte>();
            envelope.Seal(Encoding.UTF8.GetBytes(text), Forge.Timestamp, Forge.Nonce, output);
            var signature = XElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan)).Element("MsgSignature")!.Value;
            var query = new CallbackQuery(signature, Forge.Timestamp, Forge.Nonce) { PlainSignature = Forge.Sign("", token) };
            Assert.Equal(text, Encoding.UTF8.GetString(envelope.Open(query, output.WrittenSpan).Message.Span));
        }).Hold();

    [Fact]
    public void OpenAndSeal_MessageOf300Bytes_AllocatesBelow2Kilobytes()
    {
        var message = Encoding.UTF8.GetBytes(new string('m', 300));
        var encrypt = Forge.Encrypt(new string('m', 300));
        var query = Forge.Query(encrypt) with { PlainSignature = Vectors.Synthetic.PlainSignature };
        var body = Encoding.UTF8.GetBytes($"<xml><ToUserName>gh_1</ToUserName><Encrypt>{encrypt}</Encrypt></xml>");
        var envelope = Account(EncryptionMode.Safe);
        var output = new ArrayBufferWriter<byte>(4096);

        for (var i = 0; i < 100; i++)
            OpenAndSeal();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            OpenAndSeal();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        Assert.InRange(each, 300, 2047);

        void OpenAndSeal()
        {
            Assert.Equal(300, envelope.Open(query, body).Message.Length);
            output.ResetWrittenCount();
            envelope.Seal(message, Forge.Timestamp, Forge.Nonce, output);
        }
    }

    [Fact]
    public void Constructor_NoKey_ThrowsExceptInPlaintextMode()
    {
        Assert.NotNull(new OfficialAccountEnvelope(EncryptionMode.Plaintext, "token", null, "wx1"));
        Assert.Throws<FormatException>(() => new OfficialAccountEnvelope(EncryptionMode.Safe, "token", null, "wx1"));
        Assert.Throws<FormatException>(() => new OfficialAccountEnvelope(EncryptionMode.Compatible, "token", "short", "wx1"));
    }

    private static Gen<string> NearlyJson() =>
        Gen.Elements("{", "}", "[", "]", ":", ",", "\"", "\\", "\"Encrypt\"", "\"encrypt\":", "\"MsgType\":", "\"text\"", "\\ud83d", "null", "1", " ", "中", $"\"{Encrypt}\"")
            .ListOf().Select(pieces => "{" + string.Concat(pieces));
}
