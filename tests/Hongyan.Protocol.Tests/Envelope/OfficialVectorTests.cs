using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class OfficialVectorTests
{
    private static readonly CallbackEnvelope Official =
        new(Vectors.Official.Token, Vectors.Official.Key, Vectors.Official.CorpId);

    private static readonly CallbackEnvelope Synthetic =
        new(Vectors.Synthetic.Token, Vectors.Synthetic.Key, Vectors.Synthetic.CorpId);

    [Fact]
    public void Open_PublishedPost_GivesTheMessage()
    {
        var result = Official.Open(
            new CallbackQuery(Vectors.Official.Signature, Vectors.Official.Timestamp, Vectors.Official.Nonce),
            Encoding.UTF8.GetBytes($"<xml><ToUserName><![CDATA[{Vectors.Official.CorpId}]]></ToUserName><Encrypt><![CDATA[{Vectors.Official.Encrypt}]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>"));

        Assert.Equal((CallbackError.None, ""), (result.Error, result.Reason));
        var text = Assert.IsType<TextMessage>(IncomingParser.WeCom.Parse(result.Message));
        Assert.Equal("wx5823bf96d3bd56c7", text.ToUser);
        Assert.Equal("mycreate", text.FromUser);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1409659813), text.CreatedAt);
        Assert.Equal("hello", text.Content);
        Assert.Equal(4561255354251345929, text.MessageId);
        Assert.Equal(218, text.AgentId);
    }

    [Fact]
    public void VerifyUrl_PublishedGet_GivesTheEcho()
    {
        var result = Official.VerifyUrl(new CallbackQuery(
            Vectors.Official.EchoSignature, Vectors.Official.EchoTimestamp, Vectors.Official.EchoNonce, Vectors.Official.Echo));

        Assert.True(result.Succeeded);
        Assert.Equal(Vectors.Official.EchoMessage, Encoding.UTF8.GetString(result.Message.Span));
    }

    [Fact]
    public void Encrypt_PublishedMessageAndPrefix_GivesThePublishedCiphertext()
    {
        var cipher = new MessageCipher(Vectors.Official.Key, Vectors.Official.CorpId);
        var message = cipher.Decrypt(Encoding.ASCII.GetBytes(Vectors.Official.Encrypt)).Message;

        var encrypted = new ArrayBufferWriter<byte>();
        cipher.Encrypt(message.Span, Encoding.ASCII.GetBytes(Vectors.Official.RandomPrefix), encrypted);

        Assert.Equal(Vectors.Official.Encrypt, Encoding.ASCII.GetString(encrypted.WrittenSpan));
    }

    [Fact]
    public void VerifyUrl_SyntheticGet_GivesTheEcho()
    {
        var result = Synthetic.VerifyUrl(new CallbackQuery(
            Vectors.Synthetic.EchoSignature, Vectors.Synthetic.Timestamp, Vectors.Synthetic.Nonce, Vectors.Synthetic.Echo));

        Assert.Equal(Vectors.Synthetic.EchoMessage, Encoding.UTF8.GetString(result.Message.Span));
    }

    [Theory]
    [InlineData(Vectors.Synthetic.EchoMessage, Vectors.Synthetic.CorpId, Vectors.Synthetic.Echo)]
    [InlineData(Vectors.Synthetic.TextMessage, Vectors.Synthetic.CorpId, Vectors.Synthetic.TextEncrypt)]
    [InlineData(Vectors.Synthetic.RobotMessage, "", Vectors.Synthetic.RobotEncrypt)]
    public void Encrypt_SyntheticMessage_IsByteForByte(string message, string receiveId, string expected)
    {
        var cipher = new MessageCipher(Vectors.Synthetic.Key, receiveId);
        var encrypted = new ArrayBufferWriter<byte>();
        cipher.Encrypt(Encoding.UTF8.GetBytes(message), Encoding.ASCII.GetBytes(Vectors.Synthetic.RandomPrefix), encrypted);

        Assert.Equal(expected, Encoding.ASCII.GetString(encrypted.WrittenSpan));
        Assert.Equal(message, Encoding.UTF8.GetString(cipher.Decrypt(encrypted.WrittenSpan).Message.Span));
    }

    [Fact]
    public void Seal_SyntheticMessage_IsThePlatformsEnvelope()
    {
        var output = new ArrayBufferWriter<byte>();
        Synthetic.Seal(
            Encoding.UTF8.GetBytes(Vectors.Synthetic.TextMessage), Vectors.Synthetic.Timestamp, Vectors.Synthetic.Nonce,
            Encoding.ASCII.GetBytes(Vectors.Synthetic.RandomPrefix), output);

        Assert.Equal(
            $"<xml><Encrypt><![CDATA[{Vectors.Synthetic.TextEncrypt}]]></Encrypt><MsgSignature><![CDATA[{Vectors.Synthetic.TextSignature}]]></MsgSignature>"
            + $"<TimeStamp>{Vectors.Synthetic.Timestamp}</TimeStamp><Nonce><![CDATA[{Vectors.Synthetic.Nonce}]]></Nonce></xml>",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Seal_Twice_NeverGivesTheSameCiphertext()
    {
        var first = new ArrayBufferWriter<byte>();
        var second = new ArrayBufferWriter<byte>();
        Synthetic.Seal("hi"u8, "1", "2", first);
        Synthetic.Seal("hi"u8, "1", "2", second);

        Assert.NotEqual(Encrypted(first), Encrypted(second));
    }

    [Theory]
    [InlineData(Vectors.Synthetic.Echo, Vectors.Synthetic.EchoSignature)]
    [InlineData(Vectors.Synthetic.RobotEncrypt, Vectors.Synthetic.RobotSignature)]
    [InlineData(Vectors.Synthetic.TextEncrypt, Vectors.Synthetic.TextSignature)]
    [InlineData("", Vectors.Synthetic.PlainSignature)]
    public void Sign_SyntheticCiphertext_GivesTheKnownSignature(string encrypt, string expected) =>
        Assert.Equal(expected, SignatureVerifier.Sign(Vectors.Synthetic.Token, Vectors.Synthetic.Timestamp, Vectors.Synthetic.Nonce, encrypt));

    private static string Encrypted(ArrayBufferWriter<byte> envelope) =>
        XElement.Parse(Encoding.UTF8.GetString(envelope.WrittenSpan)).Element("Encrypt")!.Value;
}
