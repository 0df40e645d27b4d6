using System.Buffers;
using System.Text;
using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class RobotEnvelopeTests
{
    private const string Secret = "秘密SECRET";

    private static readonly RobotEnvelope Robot = new(Forge.Token, Forge.Key);
    private static readonly string Encrypt = Forge.Encrypt(Forge.Pad(Forge.Plain($$$"""{"msgtype":"text","text":{"content":"{{{Secret}}}"}}""", receiveId: "")));

    [Fact]
    public void Open_SyntheticPost_GivesTheMessage()
    {
        var result = Robot.Open(
            new CallbackQuery(Vectors.Synthetic.RobotSignature, Vectors.Synthetic.Timestamp, Vectors.Synthetic.Nonce),
            Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Vectors.Synthetic.RobotEncrypt}}"}"""));

        Assert.Equal((CallbackError.None, ""), (result.Error, result.Reason));
        Assert.Equal(Vectors.Synthetic.RobotMessage, Encoding.UTF8.GetString(result.Message.Span));
    }

    [Fact]
    public void Seal_SyntheticMessageAndPrefix_GivesTheSyntheticEnvelope()
    {
        var output = new ArrayBufferWriter<byte>();

        Robot.Seal(
            Encoding.UTF8.GetBytes(Vectors.Synthetic.RobotMessage), Vectors.Synthetic.Timestamp, Vectors.Synthetic.Nonce,
            Encoding.ASCII.GetBytes(Vectors.Synthetic.RandomPrefix), output);

        Assert.Equal(
            $$"""{"encrypt":"{{Vectors.Synthetic.RobotEncrypt}}","msgsignature":"{{Vectors.Synthetic.RobotSignature}}","timestamp":1700000000,"nonce":"1234567890"}""",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("1700000000", JsonValueKind.Number)]
    [InlineData("0017", JsonValueKind.String)]
    [InlineData("-17", JsonValueKind.String)]
    [InlineData("soon\"}", JsonValueKind.String)]
    [InlineData("99999999999999999999999", JsonValueKind.String)]
    public void Seal_AnyTimestampAndNonce_IsJsonWhoseSignatureFits(string timestamp, JsonValueKind kind)
    {
        const string Nonce = "a\"}\\鸿";
        var output = new ArrayBufferWriter<byte>();
        Robot.Seal("m"u8, timestamp, Nonce, output);

        using var json = JsonDocument.Parse(output.WrittenMemory);
        var root = json.RootElement;
        Assert.Equal(["encrypt", "msgsignature", "timestamp", "nonce"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal((kind, Nonce), (root.GetProperty("timestamp").ValueKind, root.GetProperty("nonce").GetString()));
        Assert.Equal(timestamp, root.GetProperty("timestamp").ToString());
        Assert.Equal(Forge.Sign(root.GetProperty("encrypt").GetString()!, timestamp: timestamp, nonce: Nonce), root.GetProperty("msgsignature").GetString());
        Assert.Equal("m"u8.ToArray(), Robot.Open(new CallbackQuery(root.GetProperty("msgsignature").GetString(), timestamp, Nonce), output.WrittenSpan).Message.ToArray());
    }

    [Fact]
    public void VerifyUrl_EchoWithoutReceiveId_GivesTheEcho()
    {
        var echo = Forge.Encrypt(Forge.Pad(Forge.Plain("1616140317555161061", receiveId: "")));

        Assert.Equal("1616140317555161061"u8.ToArray(), Robot.VerifyUrl(Forge.Query(echo, echo)).Message.ToArray());
    }

    [Fact]
    public void VerifyUrl_EchoOfAnApplication_IsReceiveIdMismatch()
    {
        var echo = Forge.Encrypt("1616140317555161061");

        Assert.Equal(CallbackError.ReceiveIdMismatch, Robot.VerifyUrl(Forge.Query(echo, echo)).Error);
    }

    [Theory]
    [InlineData("{\"encrypt\":\"$\"}")]
    [InlineData("\uFEFF{\"encrypt\":\"$\"}")]
    [InlineData(" {\r\n\"other\": {\"encrypt\":[1,2]}, \"Encrypt\" : \"$\", \"n\":null } ")]
    public void Open_OneEncryptAmongAnything_GivesTheMessage(string body) => Assert.True(Open(body).Succeeded);

    [Fact]
    public void Open_SlashesEscaped_GivesTheMessage() =>
        Assert.True(Robot.Open(Forge.Query(Encrypt), Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Encrypt.Replace("/", "\\/", StringComparison.Ordinal)}}"}""")).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("秘密SECRET")]
    [InlineData("{\"encrypt\":\"秘密SECRET")]
    [InlineData("{\"encrypt\":\"秘密SECRET\"")]
    [InlineData("{\"encrypt\":\"秘密SECRET\",}")]
    [InlineData("{\"encrypt\":\"秘密SECRET\"}{}")]
    [InlineData("{\"encrypt\":\"\\u00\"}")]
    [InlineData("[\"秘密SECRET\"]")]
    [InlineData("\"秘密SECRET\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"msgtype\":\"text\",\"text\":{\"content\":\"秘密SECRET\"}}")]
    [InlineData("{\"a\":{\"encrypt\":\"秘密SECRET\"}}")]
    [InlineData("{\"encrypt\":\"a\",\"encrypt\":\"秘密SECRET\"}")]
    [InlineData("{\"encrypt\":null}")]
    [InlineData("{\"encrypt\":{\"秘密SECRET\":1}}")]
    public void Open_BadBody_IsParseFailed(string body) => RefuseAsParseFailed(body);

    [Theory]
    [InlineData(33)]
    [InlineData(200_000)]
    public void Open_DeepNesting_IsParseFailed(int depth) =>
        RefuseAsParseFailed("{\"a\":" + new string('[', depth) + new string(']', depth) + ",\"encrypt\":\"$\"}");

    [Fact]
    public void Open_AnotherSignature_IsSignatureMismatch() =>
        Robot.Open(Forge.Query(Forge.Encrypt("other")), Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Encrypt}}"}"""))
            .With(CallbackError.SignatureMismatch, "msg_signature does not fit: wrong Token, or the request was changed on its way", Secret);

    [Fact]
    public void Open_MessageForACorp_IsReceiveIdMismatch()
    {
        var foreign = Forge.Encrypt(Secret);

        Robot.Open(Forge.Query(foreign), Encoding.UTF8.GetBytes($$"""{"encrypt":"{{foreign}}"}"""))
            .With(CallbackError.ReceiveIdMismatch, "the message is meant for another receiveid", Secret);
    }

    [Fact]
    public void Open_EveryPrefixOfABody_IsAResult()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Encrypt}}"}""");
        for (var length = 0; length < body.Length; length++)
            Assert.False(Robot.Open(Forge.Query(Encrypt), body.AsSpan(0, length)).Succeeded);
    }

    private static void RefuseAsParseFailed(string body)
    {
        var result = Open(body);
        result.With(CallbackError.ParseFailed, result.Reason, Secret);
    }

    private static EnvelopeResult Open(string body) =>
        Robot.Open(Forge.Query(Encrypt), Encoding.UTF8.GetBytes(body.Replace("$", Encrypt, StringComparison.Ordinal)));
}
