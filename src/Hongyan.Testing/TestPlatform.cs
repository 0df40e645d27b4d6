using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>
/// The platform's API as the bot under test meets it: every account calls it instead of the network. It takes every call; messages to
/// people come out of <see cref="Person.ReceivesAsync"/>, everything else stands in <see cref="Calls"/>.
/// </summary>
public sealed class TestPlatform
{
    /// <summary>The smallest JPEG that programs take for one.</summary>
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0xFF, 0xD9];

    private readonly ConcurrentQueue<ApiCall> _calls = new();
    private readonly ConcurrentDictionary<string, Func<ApiCall, string?>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Account, string Person, string? Chat), Channel<BotReply>> _received = new();
    private readonly ResponseUrls _responseUrls = new();
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
    internal HttpMessageHandler HandlerFor(string account, IServiceProvider services) => new Handler(this, account, services);

    /// <summary>Messages that a person was sent and nobody has read yet.</summary>
    internal ChannelReader<BotReply> ReceivedBy(string account, string person, string? chat) => InboxOf(account, person, chat).Reader;

    /// <summary>Which customer messages the Official Accounts may send.</summary>
    internal CustomerWindows CustomerWindows { get; } = new();

    private Channel<BotReply> InboxOf(string account, string person, string? chat) =>
        _received.GetOrAdd((account, person, chat), _ => Channel.CreateUnbounded<BotReply>());

    private HttpResponseMessage Take(ApiCall call, IServiceProvider services)
    {
        if (call.Path is "/cgi-bin/gettoken" or "/cgi-bin/stable_token" or "/cgi-bin/token")
            return Json("""{"errcode":0,"errmsg":"ok","access_token":"test","expires_in":7200}""");
        _calls.Enqueue(call);
        if (_answers.TryGetValue(call.Path, out var answer) && answer(call) is { } own)
            return Json(own);
        switch (call.Path)
        {
            case "/cgi-bin/message/send":
                Deliver(call);
                return Json($$"""{"errcode":0,"errmsg":"ok","msgid":"message-{{Interlocked.Increment(ref _lastMessage)}}","response_code":"code-{{_lastMessage}}"}""");
            case "/cgi-bin/message/custom/send":
                return Json(TakeCustomerMessage(call, services));
            case ResponseUrls.Path:
                return Json(TakeRobotAnswer(call, services));
            case "/cgi-bin/user/get":
                return Json(new JsonObject { ["errcode"] = 0, ["userid"] = call.Query("userid"), ["name"] = call.Query("userid") }.ToJsonString());
            case "/cgi-bin/media/get":
                return File(Picture);
            default:
                return call.Path.StartsWith(RobotFiles.Path, StringComparison.Ordinal)
                    ? File(RobotFiles.Encrypt(Picture, OptionsOf<WeComRobotOptions>(services, call.Account).EncodingAESKey))
                    : Json("""{"errcode":0,"errmsg":"ok"}""");
        }
    }

    private void Deliver(ApiCall call)
    {
        var message = PushReader.Read(call.Body!.AsObject());
        foreach (var member in ((string?)call.Body["touser"] ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries))
            InboxOf(call.Account, member, chat: null).Writer.TryWrite(message);
    }

    private string TakeCustomerMessage(ApiCall call, IServiceProvider services)
    {
        if (!OptionsOf<OfficialAccountOptions>(services, call.Account).Verified)
            return """{"errcode":48001,"errmsg":"api unauthorized"}""";
        var person = (string?)call.Body?["touser"] ?? "";
        if (CustomerWindows.TryUse(call.Account, person, Now(services)) is { } refusal)
            return refusal;
        InboxOf(call.Account, person, chat: null).Writer.TryWrite(PushReader.Read(call.Body!.AsObject()));
        return """{"errcode":0,"errmsg":"ok"}""";
    }

    private string TakeRobotAnswer(ApiCall call, IServiceProvider services)
    {
        // The platform's own code is not in its documents.
        if (!_responseUrls.TryUse(call.Account, call.Query("response_code"), Now(services), out var person, out var chat))
            return """{"errcode":60140,"errmsg":"invalid response_code"}""";
        InboxOf(call.Account, person, chat).Writer.TryWrite(PushReader.ReadRobot(call.Body!.AsObject()));
        return """{"errcode":0,"errmsg":"ok"}""";
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static TOptions OptionsOf<TOptions>(IServiceProvider services, string account) =>
        services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(account);

    private static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage File(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "picture.jpg" };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private sealed class Handler(TestPlatform platform, string account, IServiceProvider services) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var body = text.StartsWith('{') ? JsonNode.Parse(text) : null;
            return platform.Take(new ApiCall(account, request.Method.Method, request.RequestUri!, body), services);
        }
    }
}
