using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Hongyan.Testing;

/// <summary>
/// The platform's API as the bot under test meets it: every account calls it instead of the network. It takes every call; messages to
/// members come out of <see cref="Member.ReceivesAsync"/>, everything else stands in <see cref="Calls"/>.
/// </summary>
public sealed class TestPlatform
{
    /// <summary>The smallest JPEG that programs take for one.</summary>
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0xFF, 0xD9];

    private readonly ConcurrentQueue<ApiCall> _calls = new();
    private readonly ConcurrentDictionary<string, Func<ApiCall, string?>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Account, string Member), Channel<BotReply>> _received = new();
    private int _lastMessage;

    /// <summary>What was called so far, in order; the calls for access tokens are left out.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. _calls];

    /// <summary>Has a call answered with something else from now on: <c>platform.Answers("/cgi-bin/appchat/send", _ => """{"errcode":86003}""")</c>.</summary>
    /// <param name="path">The path of the call.</param>
    /// <param name="answer">Gives the JSON of the answer; null answers as usual. Where it throws, the call finds no platform.</param>
    public void Answers(string path, Func<ApiCall, string?> answer)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(answer);
        _answers[path] = answer;
    }

    /// <summary>The connection of one account.</summary>
    internal HttpMessageHandler HandlerFor(string account) => new Handler(this, account);

    /// <summary>Messages that a member was sent and nobody has read yet.</summary>
    internal ChannelReader<BotReply> ReceivedBy(string account, string member) => InboxOf(account, member).Reader;

    private Channel<BotReply> InboxOf(string account, string member) =>
        _received.GetOrAdd((account, member), _ => Channel.CreateUnbounded<BotReply>());

    private HttpResponseMessage Take(ApiCall call)
    {
        if (call.Path == "/cgi-bin/gettoken")
            return Json("""{"errcode":0,"errmsg":"ok","access_token":"test","expires_in":7200}""");
        _calls.Enqueue(call);
        if (_answers.TryGetValue(call.Path, out var answer) && answer(call) is { } own)
            return Json(own);
        switch (call.Path)
        {
            case "/cgi-bin/message/send":
                Deliver(call);
                return Json($$"""{"errcode":0,"errmsg":"ok","msgid":"message-{{Interlocked.Increment(ref _lastMessage)}}","response_code":"code-{{_lastMessage}}"}""");
            case "/cgi-bin/user/get":
                return Json(new JsonObject { ["errcode"] = 0, ["userid"] = call.Query("userid"), ["name"] = call.Query("userid") }.ToJsonString());
            case "/cgi-bin/media/get":
                return File();
            default:
                return Json("""{"errcode":0,"errmsg":"ok"}""");
        }
    }

    private void Deliver(ApiCall call)
    {
        var message = PushReader.Read(call.Body!.AsObject());
        foreach (var member in ((string?)call.Body["touser"] ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries))
            InboxOf(call.Account, member).Writer.TryWrite(message);
    }

    private static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage File()
    {
        var content = new ByteArrayContent(Picture);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "picture.jpg" };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private sealed class Handler(TestPlatform platform, string account) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var body = text.StartsWith('{') ? JsonNode.Parse(text) : null;
            return platform.Take(new ApiCall(account, request.Method.Method, request.RequestUri!, body));
        }
    }
}
