using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Protocol;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Browser.Tests;

/// <summary>The bot behind 鸿雁助手, written by hand: it answers everything with one stream, whose next part comes when a test says so.</summary>
internal sealed class StreamingRobot : IAsyncDisposable
{
    private static readonly (string Token, string Key) Settings =
        (SampleRobots.Hongyan.Callback.Token, SampleRobots.Hongyan.Callback.EncodingAESKey);

    private readonly WebApplication _app;
    private volatile string _content = "";
    private volatile bool _isFinished;

    private StreamingRobot(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.First() + "/robot";

    /// <summary>The callbacks but the refreshes, decrypted.</summary>
    public ConcurrentQueue<JsonNode> Heard { get; } = [];

    public static async Task<StreamingRobot> StartAsync(string content, bool isFinished = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var robot = new StreamingRobot(builder.Build()) { _content = content, _isFinished = isFinished };
        robot._app.Run(robot.AnswerAsync);
        await robot._app.StartAsync();
        return robot;
    }

    /// <summary>What the stream holds from the next refresh on.</summary>
    public void Say(string content, bool finish = false) => (_content, _isFinished) = (content, finish);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(Open(context.Request.Query["echostr"].ToString()));
            return;
        }
        var envelope = await JsonNode.ParseAsync(context.Request.Body);
        var callback = JsonNode.Parse(Open((string)envelope!["encrypt"]!).Span)!;
        if ((string?)callback["msgtype"] != "stream")
            Heard.Enqueue(callback);
        if ((string?)callback["msgtype"] == "event")
            return;
        var answer = new JsonObject
        {
            ["msgtype"] = "stream",
            ["stream"] = new JsonObject { ["id"] = "s-1", ["finish"] = _isFinished, ["content"] = _content, ["feedback"] = new JsonObject { ["id"] = "f-1" } },
        };
        await context.Response.WriteAsync(Seal(answer.ToJsonString(), context.Request.Query["nonce"].ToString()));
    }

    private static ReadOnlyMemory<byte> Open(string encrypted) => new MessageCipher(Settings.Key, "").Decrypt(Encoding.UTF8.GetBytes(encrypted)).Message;

    private static string Seal(string plaintext, string nonce)
    {
        var written = new ArrayBufferWriter<byte>();
        new MessageCipher(Settings.Key, "").Encrypt(Encoding.UTF8.GetBytes(plaintext), written);
        var encrypted = Encoding.ASCII.GetString(written.WrittenSpan);
        return new JsonObject
        {
            ["encrypt"] = encrypted,
            ["msgsignature"] = SignatureVerifier.Sign(Settings.Token, "1700000000", nonce, encrypted),
            ["timestamp"] = 1700000000,
            ["nonce"] = nonce,
        }.ToJsonString();
    }
}
