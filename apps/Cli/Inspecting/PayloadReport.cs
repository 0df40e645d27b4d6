using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Cli.Resources;
using Hongyan.Protocol;

namespace Hongyan.Cli.Inspecting;

/// <summary>What is said about one payload.</summary>
/// <param name="Line">A JSON object on one line.</param>
/// <param name="IsEncrypted">Whether it is an envelope that has not been opened.</param>
internal sealed record PayloadReport(string Line, bool IsEncrypted)
{
    private static readonly JsonSerializerOptions Fields = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new QuotedMessageConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutRaw } },
    };

    /// <summary>Reads a payload.</summary>
    /// <param name="file">The name that the report gives it.</param>
    /// <param name="document">Plaintext, XML or JSON.</param>
    /// <param name="platform">Who sent it; null to tell from the payload.</param>
    /// <exception cref="InputException">It is neither XML nor JSON.</exception>
    public static PayloadReport Of(string file, ReadOnlyMemory<byte> document, Platform? platform)
    {
        var raw = RawPayload.Read(document);
        var (sender, incoming) = Parse(document, platform ?? PlatformGuess.Of(raw));
        if (incoming is UnreadableMessage unreadable)
            throw new InputException(Texts.Get("Inspect.Unreadable", file, unreadable.Reason));

        var report = new JsonObject
        {
            ["file"] = file,
            ["platform"] = sender.ToString(),
            ["kind"] = KindOf(incoming),
            ["type"] = incoming.GetType().Name,
            ["fields"] = JsonSerializer.SerializeToNode(incoming, incoming.GetType(), Fields),
            ["raw"] = raw,
        };
        return new PayloadReport(report.ToJsonString(Fields), raw is JsonObject payload && (payload.ContainsKey("Encrypt") || payload.ContainsKey("encrypt")));
    }

    /// <summary>Where nothing says whose it is, it is the platform's that knows the kind: what both know has an AgentID if it is WeCom's.</summary>
    private static (Platform Sender, Incoming Incoming) Parse(ReadOnlyMemory<byte> document, Platform? platform)
    {
        if (platform is { } sender)
            return (sender, ParserOf(sender).Parse(document));
        var incoming = ParserOf(Platform.OfficialAccount).Parse(document);
        return incoming is UnknownMessage or UnknownEvent or UnreadableMessage
            ? (Platform.WeCom, ParserOf(Platform.WeCom).Parse(document))
            : (Platform.OfficialAccount, incoming);
    }

    private static IncomingParser ParserOf(Platform platform) => platform switch
    {
        Platform.OfficialAccount => IncomingParser.OfficialAccount,
        Platform.WeComRobot => IncomingParser.WeComRobot,
        _ => IncomingParser.WeCom,
    };

    private static string KindOf(Incoming incoming) => incoming switch
    {
        UnknownMessage or UnknownEvent => "unknown",
        IncomingEvent => "event",
        _ => "message",
    };

    /// <summary>The document is in the report already, as itself.</summary>
    private static void LeaveOutRaw(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(Incoming)))
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Name == nameof(Incoming.Raw))
                type.Properties.RemoveAt(i);
        }
    }
}
