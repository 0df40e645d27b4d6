using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Testing;

/// <summary>The platform's end of a robot (智能机器人): it asks how far an answer has got until it ends, for six minutes.</summary>
internal sealed class RobotWire(HttpClient http, string path, WeComRobotOptions options, TimeProvider clock) : IAccountWire
{
    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(6);

    /// <summary>Real time between two questions; the platform's second would pass on a clock that a test has to move.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly RobotCallbackClient _client = new(http, path, options, clock);
    private readonly string _robotId = options.RobotId is { Length: > 0 } id ? id : "aibTest";
    private int _refreshes;

    public ActionPlatform Platform => ActionPlatform.Robot;

    public bool CanSend => true;

    public byte[] Write(MemberAction action, DocumentHeader header)
    {
        var root = RobotPlaintextWriter.Begin(_robotId, header);
        // Who opens the chat or rates an answer cannot be answered later.
        if (action.Kind.Shows is not (ReplyPolicy.Greetings or ReplyPolicy.None))
            root["response_url"] = ResponseUrls.AddressOf(header);
        RobotPlaintextWriter.Add(root, action, header.CreatedAt);
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    public byte[] Write(string fields, DocumentHeader header)
    {
        var root = RobotPlaintextWriter.Begin(_robotId, header);
        root["response_url"] = ResponseUrls.AddressOf(header);
        foreach (var (name, value) in JsonNode.Parse($"{{{fields}}}")!.AsObject())
            root[name] = value?.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    public async Task<BotReply> DeliverAsync(Delivered delivered, CancellationToken cancellationToken)
    {
        var sent = clock.GetUtcNow();
        var document = JsonNode.Parse(delivered.Document)!.AsObject();
        if (await _client.DeliverAsync(document, cancellationToken).ConfigureAwait(false) is not { } answer)
            return BotReply.Nothing;

        var reader = new RobotReplyReader(delivered.Shows);
        var reply = reader.Read(answer);
        while (!reply.IsFinished && clock.GetUtcNow() - sent < StreamLifetime)
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            reply = reader.Read(await _client.DeliverAsync(QuestionAbout(document, reader.StreamId), cancellationToken).ConfigureAwait(false)
                ?? throw new BotTestException("The bot answered nothing to the question how far its stream has got, so the person would wait for the rest in vain."));
        }
        return reply;
    }

    private JsonObject QuestionAbout(JsonObject message, string streamId)
    {
        var question = new JsonObject { ["msgid"] = $"{message["msgid"]}-{Interlocked.Increment(ref _refreshes)}" };
        foreach (var name in (string[])["aibotid", "chatid", "chattype", "from"])
        {
            if (message[name] is { } value)
                question[name] = value.DeepClone();
        }
        question["msgtype"] = "stream";
        question["stream"] = new JsonObject { ["id"] = streamId };
        return question;
    }
}
