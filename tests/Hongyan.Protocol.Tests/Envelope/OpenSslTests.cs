using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class OpenSslTests
{
    private const string Message = "<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[鸿雁传书 😀]]></Content></xml>";

    private static readonly byte[] Key = Convert.FromBase64String(Forge.Key + "=");

    private static readonly string[] AesArguments =
        ["-aes-256-cbc", "-nopad", "-K", Convert.ToHexString(Key), "-iv", Convert.ToHexString(Key.AsSpan(0, 16))];

    [Fact]
    public async Task Open_EnvelopeMadeByOpenSsl_GivesTheMessage()
    {
        var cipherText = await OpenSsl.RunAsync(Forge.Pad(Forge.Plain(Message)), ["enc", .. AesArguments]);
        var encrypt = Convert.ToBase64String(cipherText);
        var signature = await SignAsync(encrypt);

        var result = Forge.Account.Open(new CallbackQuery(signature, Forge.Timestamp, Forge.Nonce), Forge.Body(encrypt));

        Assert.Equal("", result.Reason);
        Assert.Equal(Message, Encoding.UTF8.GetString(result.Message.Span));
    }

    [Fact]
    public async Task VerifyUrl_EchoMadeByOpenSsl_GivesTheEcho()
    {
        var echo = Convert.ToBase64String(await OpenSsl.RunAsync(Forge.Pad(Forge.Plain("1616140317555161061")), ["enc", .. AesArguments]));

        var result = Forge.Account.VerifyUrl(new CallbackQuery(await SignAsync(echo), Forge.Timestamp, Forge.Nonce, echo));

        Assert.Equal("1616140317555161061", Encoding.UTF8.GetString(result.Message.Span));
    }

    [Fact]
    public async Task Seal_OpenedByOpenSsl_HoldsTheMessageAndTheReceiveId()
    {
        var output = new ArrayBufferWriter<byte>();
        Forge.Account.Seal(Encoding.UTF8.GetBytes(Message), Forge.Timestamp, Forge.Nonce, output);
        var xml = XElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan));
        var encrypt = xml.Element("Encrypt")!.Value;

        var padded = await OpenSsl.RunAsync(Convert.FromBase64String(encrypt), ["enc", "-d", .. AesArguments]);

        Assert.Equal(Forge.Timestamp, xml.Element("TimeStamp")!.Value);
        Assert.Equal(Forge.Nonce, xml.Element("Nonce")!.Value);
        Assert.Equal(await SignAsync(encrypt), xml.Element("MsgSignature")!.Value);
        Assert.Equal(0, padded.Length % 32);
        Assert.All(padded[^padded[^1]..], pad => Assert.Equal(padded[^1], pad));
        Assert.Equal(Forge.Plain(Message)[16..], padded[16..^padded[^1]]);
    }

    private static async Task<string> SignAsync(string encrypt)
    {
        string[] parts = [Forge.Token, Forge.Timestamp, Forge.Nonce, encrypt];
        Array.Sort(parts, StringComparer.Ordinal);
        var digest = await OpenSsl.RunAsync(Encoding.UTF8.GetBytes(string.Concat(parts)), "dgst", "-sha1", "-binary");
        return Convert.ToHexStringLower(digest);
    }
}
