using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Hongyan.Protocol;

namespace Hongyan.Simulator.WeCom;

/// <summary>One callback, encrypted and signed: the address with its query, and the body.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Envelope">The body; empty for a URL verification.</param>
internal sealed record SealedCallback(Uri Address, string Envelope)
{
    private const int NonceLength = 10;

    // Of no company in the simulator.
    private const string ForeignCorpId = "wwffffffffffffffff";

    /// <summary>Content-Type of the body.</summary>
    public string ContentType { get; private init; } = "text/xml";

    /// <summary>Seals a plaintext of an app, with the faults that spoil a request. Everything but the plaintext is new each time.</summary>
    public static SealedCallback Message(WeComApp app, string plaintext, DateTimeOffset now, IReadOnlyList<FaultKind> faults) =>
        Seal(app.Callback, app.CorpId, plaintext, now, faults, encrypted => WriteEnvelope(app, encrypted));

    /// <summary>Seals a plaintext of a robot in the same manner; its envelope is JSON.</summary>
    public static SealedCallback Message(WeComRobot robot, string plaintext, DateTimeOffset now, IReadOnlyList<FaultKind> faults) =>
        // Base64 needs no escape in JSON.
        Seal(robot.Callback, RobotAttempts.ReceiveId, plaintext, now, faults, encrypted => $$"""{"encrypt":"{{encrypted}}"}""")
            with { ContentType = "application/json" };

    private static SealedCallback Seal(
        CallbackSettings callback, string receiveId, string plaintext, DateTimeOffset now, IReadOnlyList<FaultKind> faults, Func<string, string> write)
    {
        var encrypted = Encrypt(faults.Contains(FaultKind.ForeignReceiveId) ? ForeignCorpId : receiveId, callback, plaintext);
        var signer = faults.Contains(FaultKind.WrongSignature) ? callback with { Token = CallbackSettings.RandomToken() } : callback;
        var envelope = write(encrypted);
        return new(Sign(signer, encrypted, now, echo: null), faults.Contains(FaultKind.TruncatedBody) ? envelope[..(envelope.Length / 2)] : envelope);
    }

    /// <summary>Makes the request of a URL verification.</summary>
    public static SealedCallback Verification(string corpId, CallbackSettings callback, string echo, DateTimeOffset now)
    {
        var encrypted = Encrypt(corpId, callback, echo);
        return new(Sign(callback, encrypted, now, encrypted), "");
    }

    private static string Encrypt(string corpId, CallbackSettings callback, string plaintext)
    {
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(callback.EncodingAESKey, corpId).Encrypt(Encoding.UTF8.GetBytes(plaintext), encrypted);
        return Encoding.ASCII.GetString(encrypted.WrittenSpan);
    }

    private static Uri Sign(CallbackSettings callback, string encrypted, DateTimeOffset now, string? echo)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", NonceLength);
        var signature = SignatureVerifier.Sign(callback.Token, timestamp, nonce, encrypted);

        var query = $"msg_signature={signature}&timestamp={timestamp}&nonce={nonce}";
        if (echo is not null)
            query += "&echostr=" + Uri.EscapeDataString(echo);
        var separator = callback.CallbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new Uri(callback.CallbackUrl + separator + query);
    }

    private static string WriteEnvelope(WeComApp app, string encrypted)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("xml");
            WriteElement(xml, "ToUserName", app.CorpId);
            WriteElement(xml, "AgentID", app.AgentId.ToString(CultureInfo.InvariantCulture));
            WriteElement(xml, "Encrypt", encrypted);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void WriteElement(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name);
        xml.WriteCData(value);
        xml.WriteEndElement();
    }
}
