using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>An application with one robot under /robot, and the platform's side of it.</summary>
internal sealed class RobotHost : IAsyncDisposable
{
    public const string Token = "QDG6eK";
    public const string EncodingAESKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    public const string ResponseUrl = "https://qyapi.example.com/cgi-bin/aibot/response?response_code=VERYSECRET";

    private RobotHost(WebApplication app, RecordedLog log)
    {
        App = app;
        Log = log;
        Client = app.GetTestClient();
    }

    public static PlatformEnvelope Platform { get; } = new(Token, EncodingAESKey, receiveId: "");

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public RecordedLog Log { get; }

    public static async Task<RobotHost> StartAsync(Action<Bot> routes, HttpMessageHandler? api = null, Action<BotOptions>? options = null, string robotName = "")
    {
        var builder = CallbackHost.NewBuilder(
            "Development", new("WeComRobot:Token", Token), new("WeComRobot:EncodingAESKey", EncodingAESKey), new("WeComRobot:RobotName", robotName));
        var log = new RecordedLog();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.AddWeComRobot();
        if (api is not null)
            builder.Services.AddHttpClient("Hongyan.WeComRobot.WeComRobot").ConfigurePrimaryHttpMessageHandler(() => api);
        builder.Services.Configure<BotOptions>(given => options?.Invoke(given));
        builder.WebHost.UseTestServer();

        var app = builder.Build();
        routes(app.MapWeComRobot("/robot"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RobotHost(app, log);
    }

    public static string Text(string content, string id = "m1") =>
        $$"""{"msgid":"{{id}}","aibotid":"aibSIM","chatid":"wrk1","chattype":"group","from":{"userid":"zhangsan"},"response_url":"{{ResponseUrl}}","msgtype":"text","text":{"content":"@小雁 {{content}}"} }""";

    public static string Refresh(string streamId) =>
        $$"""{"msgid":"r1","aibotid":"aibSIM","chattype":"single","from":{"userid":"zhangsan"},"msgtype":"stream","stream":{"id":"{{streamId}}"} }""";

    /// <summary>The platform delivers one message: what it reads in the answer, or null for nothing.</summary>
    public async Task<JsonElement?> AnswerAsync(string message)
    {
        var callback = Platform.Seal(message);
        using var response = await PostAsync(Query(callback), $$"""{"encrypt":"{{callback.Encrypted}}"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (body.Length == 0)
            return null;
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return Platform.OpenRobotReply(body, callback.Nonce);
    }

    public static string Query(Callback callback) => $"?msg_signature={callback.Signature}&timestamp={callback.Timestamp}&nonce={callback.Nonce}";

    public Task<HttpResponseMessage> PostAsync(string query, string body) => Client.PostAsync(
        new Uri("/robot" + query, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
