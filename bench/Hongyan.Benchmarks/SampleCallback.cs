using System.Buffers;
using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Benchmarks;

/// <summary>One text callback as the platform sends it, made once.</summary>
internal sealed class SampleCallback
{
    public const string CorpId = "ww2075aefc195e57e9";
    public const string Token = "7mVg2RkZqXw9sTnY4bLc";
    public const string EncodingAesKey = "kWxc5ewHdjJ3b8dY1vNQ0mZrTqLsPf7uGa2hXo4iE6C";
    public const string Timestamp = "1700000000";
    public const string Nonce = "1234567890";

    public SampleCallback()
        : this(messageId: 7000000000000000001)
    {
    }

    public SampleCallback(long messageId)
    {
        Plaintext = Encoding.UTF8.GetBytes(
            $"<xml><ToUserName><![CDATA[{CorpId}]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName>"
            + $"<CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[明天下午三点开会吗？]]></Content>"
            + $"<MsgId>{messageId}</MsgId><AgentID>1000002</AgentID></xml>");
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(EncodingAesKey, CorpId).Encrypt(Plaintext, encrypted);
        Encrypted = encrypted.WrittenSpan.ToArray();
        Signature = SignatureVerifier.Sign(Token, Timestamp, Nonce, Encoding.ASCII.GetString(Encrypted));
        Body = Encoding.UTF8.GetBytes(
            $"<xml><ToUserName><![CDATA[{CorpId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID>"
            + $"<Encrypt><![CDATA[{Encoding.ASCII.GetString(Encrypted)}]]></Encrypt></xml>");
    }

    public byte[] Plaintext { get; }

    public byte[] Encrypted { get; }

    public string Signature { get; }

    public byte[] Body { get; }

    public CallbackQuery Query => new(Signature, Timestamp, Nonce);
}
