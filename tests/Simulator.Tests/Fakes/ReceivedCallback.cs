using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>A request as the fake bot saw it.</summary>
internal sealed record ReceivedCallback(string Method, string Path, IReadOnlyDictionary<string, string> Query, string ContentType, string Body)
{
    public string Encrypt => Query.TryGetValue("echostr", out var echo) ? echo : XElement.Parse(Body).Element("Encrypt")!.Value;

    public string Nonce => Query["nonce"];

    /// <summary>Verifies and decrypts as a bot must; the plaintext.</summary>
    public string Open(WeComApp? app = null)
    {
        app ??= SampleApps.Demo;
        Assert.Equal(Query["msg_signature"], SignatureVerifier.Sign(app.Callback.Token, Query["timestamp"], Nonce, Encrypt));
        var opened = new MessageCipher(app.Callback.EncodingAESKey, app.CorpId).Decrypt(Encoding.UTF8.GetBytes(Encrypt));
        Assert.Equal(CallbackError.None, opened.Error);
        return Encoding.UTF8.GetString(opened.Message.Span);
    }
}
