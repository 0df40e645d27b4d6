using System.Net;
using System.Text;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>An application with one Official Account under /oa, and the platform's side of it in the mode of the account.</summary>
internal sealed class OfficialAccountHost : IAsyncDisposable
{
    public const string AppId = "wx5823bf96d3bd56c7";
    public const string Token = "QDG6eK";
    public const string EncodingAESKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    public const string Timestamp = "1700000000";

    private readonly EncryptionMode _mode;

    private OfficialAccountHost(WebApplication app, RecordedLog log, EncryptionMode mode)
    {
        App = app;
        Log = log;
        _mode = mode;
        Client = app.GetTestClient();
    }

    public static PlatformEnvelope Platform { get; } = new(Token, EncodingAESKey, AppId);

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public RecordedLog Log { get; }

    /// <summary>What was logged that an operator should look at.</summary>
    public IEnumerable<RecordedLog.Line> Complaints => Log.Lines.Where(line => line.Level >= LogLevel.Warning);

    public static async Task<OfficialAccountHost> StartAsync(EncryptionMode mode, Action<Bot> routes, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = CallbackHost.NewBuilder("Development",
            new("OfficialAccount:AppId", AppId), new("OfficialAccount:Token", Token), new("OfficialAccount:EncodingAESKey", EncodingAESKey),
            new("OfficialAccount:Mode", mode.ToString()));
        var log = new RecordedLog();
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.AddOfficialAccount();
        configure?.Invoke(builder);
        builder.WebHost.UseTestServer();

        var app = builder.Build();
        routes(app.MapOfficialAccount("/oa"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new OfficialAccountHost(app, log, mode);
    }

    public static string Text(string content, long id = 1, string from = "oA1") => Document(
        $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>{id}</MsgId>", from);

    public static string Event(string name, string key = "", string from = "oA1") => Document(
        $"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event><EventKey><![CDATA[{key}]]></EventKey>", from);

    /// <summary>Query and body of a message as the platform sends it in a mode: each time with another nonce and other ciphertext.</summary>
    public static (string Query, string Body) Seal(EncryptionMode mode, string message, string timestamp = Timestamp)
    {
        var sealedMessage = Platform.Seal(Encoding.UTF8.GetBytes(message), timestamp);
        var query = $"?signature={Platform.Sign(timestamp, sealedMessage.Nonce, "")}&timestamp={timestamp}&nonce={sealedMessage.Nonce}&openid=oA1";
        var encrypt = $"<Encrypt><![CDATA[{sealedMessage.Encrypted}]]></Encrypt></xml>";
        return mode switch
        {
            EncryptionMode.Plaintext => (query, message),
            EncryptionMode.Compatible => ($"{query}&encrypt_type=aes&msg_signature={sealedMessage.Signature}", message.Replace("</xml>", encrypt, StringComparison.Ordinal)),
            _ => ($"{query}&encrypt_type=aes&msg_signature={sealedMessage.Signature}", $"<xml><ToUserName><![CDATA[gh_1]]></ToUserName>{encrypt}"),
        };
    }

    /// <summary>The platform delivers one message in the account's mode: the reply's document, or null for nothing.</summary>
    public async Task<XElement?> AnswerAsync(string message)
    {
        var (query, body) = Seal(_mode, message);
        using var response = await PostAsync(query, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (answer.Length == 0)
            return null;
        return _mode == EncryptionMode.Plaintext ? XElement.Parse(answer) : Platform.OpenReply(answer);
    }

    public async Task<string?> TextAsync(string message) => (await AnswerAsync(message))?.Element("Content")?.Value;

    public Task<HttpResponseMessage> PostAsync(string query, string body) =>
        Client.PostAsync(new Uri("/oa" + query, UriKind.Relative), Callback.Xml(Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private static string Document(string fields, string from) =>
        $"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>1700000000</CreateTime>{fields}</xml>";
}
