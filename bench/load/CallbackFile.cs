using System.Buffers;
using System.Globalization;
using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Load;

/// <summary>
/// A file of HTTP requests of one length: the length as eight digits, then request after request. No two are alike, because a
/// repeated message would be answered from memory and not handled.
/// </summary>
internal static class CallbackFile
{
    private const long FirstMessageId = 7000000000000000000;
    private const long FirstTime = 1700000000;
    private const int MessagesPerSecond = 2000;
    private const long FirstNonce = 1000000000;

    /// <summary>The messages of one person wait for each other, so they come from many.</summary>
    private const int People = 997;

    public static int Write(int count, string file)
    {
        var cipher = NewCipher();
        using var output = File.Create(file, bufferSize: 1 << 20);
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var request = Request(cipher, i);
            if (i == 0)
            {
                length = request.Length;
                output.Write(Encoding.ASCII.GetBytes(length.ToString("D8", CultureInfo.InvariantCulture)));
            }
            if (request.Length != length)
                throw new InvalidOperationException($"Request {i} has {request.Length} bytes, the first has {length}.");
            output.Write(request);
        }
        Console.WriteLine($"{count} callbacks of {length} bytes in {file}");
        return 0;
    }

    public static MessageCipher NewCipher() => new(LoadAccount.EncodingAesKey, LoadAccount.CorpId);

    /// <summary>One callback as a whole HTTP request.</summary>
    public static byte[] Request(MessageCipher cipher, int number)
    {
        var plaintext = $"<xml><ToUserName><![CDATA[{LoadAccount.CorpId}]]></ToUserName><FromUserName><![CDATA[user{number % People:D3}]]></FromUserName>"
            + $"<CreateTime>{FirstTime + (number / MessagesPerSecond)}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[明天下午三点开会吗？]]></Content>"
            + $"<MsgId>{FirstMessageId + number}</MsgId><AgentID>1000002</AgentID></xml>";
        var encrypted = new ArrayBufferWriter<byte>();
        cipher.Encrypt(Encoding.UTF8.GetBytes(plaintext), encrypted);
        var base64 = Encoding.ASCII.GetString(encrypted.WrittenSpan);

        var nonce = (FirstNonce + number).ToString(CultureInfo.InvariantCulture);
        var signature = SignatureVerifier.Sign(LoadAccount.Token, "1700000000", nonce, base64);
        var body = $"<xml><ToUserName><![CDATA[{LoadAccount.CorpId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[{base64}]]></Encrypt></xml>";
        return Encoding.UTF8.GetBytes(
            $"POST /wecom?msg_signature={signature}&timestamp=1700000000&nonce={nonce} HTTP/1.1\r\n"
            + $"Host: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
