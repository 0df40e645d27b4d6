using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

public class BadBodyTests
{
    private const string Secret = "秘密SECRET";

    private static readonly string Encrypt = Forge.Encrypt($"<xml><Content>{Secret}</Content></xml>");
    private static readonly CallbackQuery Query = Forge.Query(Encrypt);

    [Fact]
    public void Open_Empty_IsParseFailed() => Open("").With(CallbackError.ParseFailed, "the body is empty");

    [Theory]
    [InlineData(" \r\n")]
    [InlineData("秘密SECRET")]
    [InlineData("<>秘密SECRET</>")]
    [InlineData("<xml><Encrypt>秘密SECRET</encrypt></xml>")]
    [InlineData("<xml><Encrypt>秘密SECRET</xml></Encrypt>")]
    [InlineData("<xml></xml><xml>秘密SECRET</xml>")]
    [InlineData("<xml></xml>秘密SECRET")]
    [InlineData("秘密SECRET<xml></xml>")]
    [InlineData("<1xml>秘密SECRET</1xml>")]
    [InlineData("<xml><Encrypt><秘密SECRET</Encrypt></xml>")]
    public void Open_NotXml_IsParseFailed(string body) => Open(body).With(CallbackError.ParseFailed, "the body is not XML", Secret);

    [Theory]
    [InlineData("{\"encrypt\":\"秘密SECRET\"", "the JSON ends too early")]
    [InlineData("{\"encrypt\":\"秘密SECRET\",\"Encrypt\":\"\"}", "the body has more than one Encrypt")]
    [InlineData("{\"encrypt\":{\"秘密SECRET\":1}}", "Encrypt holds more than text")]
    [InlineData("{\"tousername\":\"秘密SECRET\"}", "the body has no Encrypt: this endpoint takes encrypted callbacks only")]
    public void Open_BadJson_IsParseFailed(string body, string reason) => Open(body).With(CallbackError.ParseFailed, reason, Secret);

    [Fact]
    public void Open_JsonThatWasChanged_IsASignatureMismatch() => Open("{\"encrypt\":\"秘密SECRET\"}")
        .With(CallbackError.SignatureMismatch, "msg_signature does not fit: wrong Token, or the request was changed on its way", Secret);

    [Theory]
    [InlineData("<!DOCTYPE xml><xml><Encrypt>秘密SECRET</Encrypt></xml>")]
    [InlineData("<?xml version=\"1.0\"?><!-- a --><!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml>秘密SECRET</xml>")]
    [InlineData("<xml><!DOCTYPE 秘密SECRET></xml>")]
    [InlineData("<xml/><!DOCTYPE 秘密SECRET>")]
    [InlineData("<xml><!ENTITY 秘密SECRET \"b\"></xml>")]
    public void Open_Dtd_IsParseFailed(string body) =>
        Open(body).With(CallbackError.ParseFailed, "the XML holds a DTD, which is never accepted", Secret);

    [Fact]
    public void Open_EntityBomb_IsParseFailed()
    {
        var bomb = new StringBuilder("<!DOCTYPE xml [<!ENTITY a0 \"秘密SECRET\">");
        for (var i = 1; i < 10; i++)
            bomb.Append("<!ENTITY a").Append(i).Append(" \"").Insert(bomb.Length, $"&a{i - 1};", 10).Append("\">");
        bomb.Append("]><xml><Encrypt>&a9;</Encrypt></xml>");
        Open(bomb.ToString()).With(CallbackError.ParseFailed, "the XML holds a DTD, which is never accepted", Secret);
    }

    [Theory]
    [InlineData("&lol;")]
    [InlineData("& ")]
    [InlineData("&amp")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("&#xZZ;")]
    [InlineData("&#99999999999;")]
    [InlineData("&秘密SECRET;")]
    public void Open_UnknownEntity_IsParseFailed(string entity) =>
        Open($"<xml><Encrypt>{entity}</Encrypt></xml>")
            .With(CallbackError.ParseFailed, "the XML uses an entity other than the five predefined ones", Secret);

    [Theory]
    [InlineData(33)]
    [InlineData(100_000)]
    public void Open_DeepNesting_IsParseFailed(int depth) =>
        Open(string.Concat(Enumerable.Repeat("<secret>", depth)) + string.Concat(Enumerable.Repeat("</secret>", depth)))
            .With(CallbackError.ParseFailed, "the XML is nested deeper than 32 elements", "secret");

    [Fact]
    public void Open_TooManyElements_IsParseFailed() =>
        Open($"<xml>{string.Concat(Enumerable.Repeat("<secret/>", 5000))}</xml>")
            .With(CallbackError.ParseFailed, "the XML has too many elements", "secret");

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE9, 0xB8 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void Open_InvalidUtf8_IsParseFailed(byte[] invalid) =>
        Forge.Account.Open(Query, [.. "<xml><Encrypt>"u8, .. invalid, .. "</Encrypt></xml>"u8])
            .With(CallbackError.ParseFailed, "the XML is not valid UTF-8");

    [Fact]
    public void Open_Utf16_IsParseFailed()
    {
        var body = Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Forge.Body(Encrypt)));
        Assert.Equal(CallbackError.ParseFailed, Forge.Account.Open(Query, body).Error);
    }

    [Fact]
    public void Open_TruncatedAnywhere_IsParseFailed()
    {
        var body = Forge.Body(Encrypt);
        for (var length = 1; length < body.Length; length++)
            Forge.Account.Open(Query, body.AsSpan(0, length)).With(CallbackError.ParseFailed, "the XML ends too early", Encrypt);
    }

    [Fact]
    public void Open_PlaintextInsteadOfAnEnvelope_IsParseFailed() =>
        Open($"<xml><ToUserName>{Forge.ReceiveId}</ToUserName><MsgType>text</MsgType><Content>{Secret}</Content></xml>")
            .With(CallbackError.ParseFailed, "the body has no Encrypt: this endpoint takes encrypted callbacks only", Secret);

    [Fact]
    public void Open_EncryptDeeperInside_IsParseFailed() =>
        Open($"<xml><a><Encrypt>{Encrypt}</Encrypt></a></xml>")
            .With(CallbackError.ParseFailed, "the body has no Encrypt: this endpoint takes encrypted callbacks only", Encrypt);

    [Fact]
    public void Open_EncryptInsideEncrypt_IsParseFailed() =>
        Open($"<xml><Encrypt><Encrypt>{Encrypt}</Encrypt></Encrypt></xml>").With(CallbackError.ParseFailed, "Encrypt holds more than text", Encrypt);

    [Theory]
    [InlineData("<Encrypt>{0}</Encrypt><Encrypt>{0}</Encrypt>")]
    [InlineData("<Encrypt>{0}</Encrypt><Encrypt/>")]
    [InlineData("<Encrypt></Encrypt><Encrypt>{0}</Encrypt>")]
    [InlineData("<Encrypt>{0}</Encrypt><encrypt>x</encrypt>")]
    public void Open_EncryptTwice_IsParseFailed(string content) =>
        Open($"<xml>{string.Format(null, content, Encrypt)}</xml>").With(CallbackError.ParseFailed, "the body has more than one Encrypt", Encrypt);

    [Fact]
    public void Open_EncryptInTwoSections_IsParseFailed() =>
        Open($"<xml><Encrypt><![CDATA[{Encrypt[..8]}]]><![CDATA[{Encrypt[8..]}]]></Encrypt></xml>")
            .With(CallbackError.ParseFailed, "Encrypt holds more than text", Encrypt);

    [Theory]
    [InlineData("<Encrypt>{0}</Encrypt><ToUserName/><AgentID/>")]
    [InlineData("<AgentID>1</AgentID><Encrypt><![CDATA[{0}]]></Encrypt>")]
    [InlineData("<a><b/></a>\n<Encrypt>\n<![CDATA[{0}]]>\n</Encrypt>")]
    [InlineData("<!-- a --><Encrypt>\t{0}\n</Encrypt><?b c?>")]
    [InlineData("<Encrypt a='>' b=\"/\">{0}</Encrypt>")]
    public void Open_OtherFormOfAValidBody_Succeeds(string content) =>
        Assert.True(Open($"<xml>{string.Format(null, content, Encrypt)}</xml>").Succeeded);

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><!-- a -->")]
    public void Open_PrologueBeforeAValidBody_Succeeds(string prologue) =>
        Assert.True(Forge.Account.Open(Query, [.. Encoding.UTF8.GetBytes(prologue), .. Forge.Body(Encrypt)]).Succeeded);

    /// <summary>
    /// Ten megabytes of what is worst for a scanner. Each is refused in one pass; were one quadratic, it would take hours.
    /// </summary>
    [Theory]
    [InlineData("<", "")]
    [InlineData("&", "")]
    [InlineData("<a>", "")]
    [InlineData("<xml>", "&")]
    [InlineData("<xml>", "&amp;")]
    [InlineData("<xml>", "&amp ")]
    [InlineData("<xml>", "<![CDATA[")]
    [InlineData("<xml>", "<![CDATA[]]>")]
    [InlineData("<xml>", "<!--")]
    [InlineData("<xml>", "<?")]
    [InlineData("<xml>", "]]>")]
    [InlineData("<xml>", "<a/>")]
    [InlineData("<xml>", "<a></a>")]
    [InlineData("<xml><a>", "<a/>")]
    [InlineData("<xml a=\"", "'>")]
    [InlineData("<xml><Encrypt>", "<![CDATA[")]
    [InlineData("<xml><Encrypt>", "QUJD")]
    public async Task Open_TenMegabytes_IsRefusedInOnePass(string start, string repeated)
    {
        var piece = Encoding.UTF8.GetBytes(repeated.Length == 0 ? start : repeated);
        var head = Encoding.UTF8.GetBytes(repeated.Length == 0 ? "" : start);
        var body = new byte[10 * 1024 * 1024];
        head.CopyTo(body, 0);
        for (var at = head.Length; at < body.Length; at += piece.Length)
            piece.AsSpan(0, Math.Min(piece.Length, body.Length - at)).CopyTo(body.AsSpan(at));

        var result = await Task.Run(() => Forge.Account.Open(Query, body), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal(CallbackError.ParseFailed, result.Error);
    }

    private static EnvelopeResult Open(string body) => Forge.Account.Open(Query, Encoding.UTF8.GetBytes(body));
}
