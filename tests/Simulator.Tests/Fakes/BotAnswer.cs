using System.Buffers;
using System.Text;
using Hongyan.Protocol;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>What the fake bot answers.</summary>
internal sealed record BotAnswer(int Status, byte[] Body)
{
    private const string Timestamp = "1700000000";
    private const string Nonce = "1372623149";

    public string? ContentType { get; init; }

    public static BotAnswer Empty { get; } = new(200, []);

    public static BotAnswer Text(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body));

    /// <summary>An encrypted reply to zhangsan, right in every part unless told otherwise.</summary>
    public static BotAnswer Reply(string plaintext, string? token = null, string? receiveId = null, string? encrypt = null)
    {
        var app = SampleApps.Demo;
        encrypt ??= Seal(plaintext, receiveId ?? app.CorpId);
        var signature = SignatureVerifier.Sign(token ?? app.Callback.Token, Timestamp, Nonce, encrypt);
        return Envelope(encrypt, signature);
    }

    public static BotAnswer Envelope(string encrypt, string signature) => Text(
        $"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
        + $"<TimeStamp>{Timestamp}</TimeStamp><Nonce><![CDATA[{Nonce}]]></Nonce></xml>");

    /// <summary>The plaintext of a reply.</summary>
    public static string Plaintext(string body, string type = "text", string to = "zhangsan", string? from = null, string created = "1700000001") =>
        $"<xml><ToUserName><![CDATA[{to}]]></ToUserName><FromUserName><![CDATA[{from ?? SampleApps.Demo.CorpId}]]></FromUserName>"
        + $"<CreateTime>{created}</CreateTime><MsgType><![CDATA[{type}]]></MsgType>{body}</xml>";

    /// <summary>A text reply.</summary>
    public static BotAnswer TextReply(string content) => Reply(Plaintext($"<Content><![CDATA[{content}]]></Content>"));

    public static string Seal(string plaintext, string receiveId)
    {
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(SampleApps.Demo.Callback.EncodingAESKey, receiveId).Encrypt(Encoding.UTF8.GetBytes(plaintext), encrypted);
        return Encoding.ASCII.GetString(encrypted.WrittenSpan);
    }
}
