using System.Net;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Server.Tests;

/// <summary>The Development account oa and one that an operator configures, as the platform reaches them.</summary>
public class OfficialAccountTests
{
    private const string Token = "vwX2BZrcR9UeGUPzUoU2";
    private const string EncodingAESKey = "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ";
    private const string AppId = "wxb29832ac04b9ee46";
    private const string OriginalId = "gh_17c0bf5f6e55";

    [Fact]
    public async Task DevelopmentAccount_TextInSafeMode_IsEchoedByTheDemoBot()
    {
        await using var running = await RunningServer.StartAsync();

        Assert.Equal("你说：你好", await SayAsync(running, "<MsgType>text</MsgType><Content>你好</Content><MsgId>1</MsgId>"));
    }

    [Fact]
    public async Task DevelopmentAccount_SomebodyFollows_IsWelcomed()
    {
        await using var running = await RunningServer.StartAsync();

        Assert.StartsWith("你好，我是演示助手", await SayAsync(running, "<MsgType>event</MsgType><Event>subscribe</Event><EventKey></EventKey>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaintextAccountInProduction_Text_IsAnsweredInPlaintext()
    {
        using var data = new DataFolder();
        await using var app = ServerHost.Build(
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", data.Argument, "--Demo:Enabled=true", "--Accounts:test:Platform=OfficialAccount",
            "--Accounts:test:AppId=wx1111111111111111", "--Accounts:test:Token=9fQ2mXv7LsTzKw4cRb8N", "--Accounts:test:Mode=Plaintext",
        ]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(app)) };

        using var body = new StringContent(Document("<MsgType>image</MsgType><PicUrl>http://p.example/1.jpg</PicUrl><MediaId>m1</MediaId><MsgId>1</MsgId>"), Encoding.UTF8, "text/xml");
        using var response = await client.PostAsync($"/callback/test?signature={Sign("9fQ2mXv7LsTzKw4cRb8N")}&timestamp=1700000000&nonce=42", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var reply = XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("m1", reply.Element("Image")?.Element("MediaId")?.Value);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> SayAsync(RunningServer running, string fields)
    {
        var encrypted = new System.Buffers.ArrayBufferWriter<byte>();
        new MessageCipher(EncodingAESKey, AppId).Encrypt(Encoding.UTF8.GetBytes(Document(fields)), encrypted);
        var text = Encoding.ASCII.GetString(encrypted.WrittenSpan);
        var query = $"?signature={Sign(Token)}&timestamp=1700000000&nonce=42&openid=oA1&encrypt_type=aes&msg_signature={SignatureVerifier.Sign(Token, "1700000000", "42", text)}";
        using var body = new StringContent($"<xml><ToUserName>{OriginalId}</ToUserName><Encrypt>{text}</Encrypt></xml>", Encoding.UTF8, "text/xml");
        using var response = await running.Server.PostAsync("/callback/oa" + query, body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var envelope = XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var answer = new MessageCipher(EncodingAESKey, AppId).Decrypt(Encoding.ASCII.GetBytes(envelope.Element("Encrypt")!.Value));
        return XElement.Parse(Encoding.UTF8.GetString(answer.Message.Span)).Element("Content")?.Value;
    }

    private static string Document(string fields) =>
        $"<xml><ToUserName>{OriginalId}</ToUserName><FromUserName>oA1</FromUserName><CreateTime>1700000000</CreateTime>{fields}</xml>";

    private static string Sign(string token) => SignatureVerifier.Sign(token, "1700000000", "42", "");
}
