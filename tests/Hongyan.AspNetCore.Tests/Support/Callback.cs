using System.Net.Http.Headers;
using System.Text;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>One request of the platform.</summary>
internal sealed record Callback(string Signature, string Timestamp, string Nonce, string Encrypted)
{
    public string Query => $"?msg_signature={Signature}&timestamp={Timestamp}&nonce={Nonce}";

    public string Body => $"<xml><ToUserName><![CDATA[ww]]></ToUserName><AgentID>1</AgentID><Encrypt><![CDATA[{Encrypted}]]></Encrypt></xml>";

    public string EchoQuery => $"{Query}&echostr={Uri.EscapeDataString(Encrypted)}";

    public HttpContent Content => Xml(Encoding.UTF8.GetBytes(Body));

    public static HttpContent Xml(byte[] body) => new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("text/xml") } };
}
