using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;

namespace Hongyan.Storage;

/// <summary>Replies as a store keeps them: the kind and the record as JSON. Only what can be sent as an active message too has a kind.</summary>
public static class ReplyJson
{
    private static readonly (string Kind, JsonTypeInfo Type)[] Kinds =
    [
        ("text", ReplyJsonContext.Readable.TextReply),
        ("image", ReplyJsonContext.Readable.ImageReply),
        ("voice", ReplyJsonContext.Readable.VoiceReply),
        ("video", ReplyJsonContext.Readable.VideoReply),
        ("news", ReplyJsonContext.Readable.NewsReply),
        ("music", ReplyJsonContext.Readable.MusicReply),
        ("template_card", ReplyJsonContext.Readable.TemplateCardReply),
    ];

    /// <summary>The kind, such as <c>text</c>; null for what exists as the answer to a callback only, such as a card update.</summary>
    public static string? KindOf(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        foreach (var (kind, type) in Kinds)
        {
            if (type.Type == reply.GetType())
                return kind;
        }
        return null;
    }

    /// <summary>Writes the record as UTF-8 JSON.</summary>
    /// <exception cref="ArgumentException">It has no kind.</exception>
    public static byte[] Write(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var type = Array.Find(Kinds, entry => entry.Type.Type == reply.GetType()).Type
            ?? throw new ArgumentException($"A {reply.GetType().Name} cannot be sent as an active message.", nameof(reply));
        return JsonSerializer.SerializeToUtf8Bytes(reply, type);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not that.</exception>
    public static Reply Read(string kind, ReadOnlySpan<byte> json)
    {
        var type = Array.Find(Kinds, entry => entry.Kind == kind).Type ?? throw new JsonException($"No reply is called '{kind}'.");
        return (Reply?)JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The reply is null.");
    }
}

/// <summary>Written at compile time, so that nothing is looked up by reflection while messages run.</summary>
[JsonSerializable(typeof(TextReply))]
[JsonSerializable(typeof(ImageReply))]
[JsonSerializable(typeof(VoiceReply))]
[JsonSerializable(typeof(VideoReply))]
[JsonSerializable(typeof(NewsReply))]
[JsonSerializable(typeof(MusicReply))]
[JsonSerializable(typeof(TemplateCardReply))]
internal sealed partial class ReplyJsonContext : JsonSerializerContext
{
    /// <summary>Chinese as it is: the text is stored, not put into a page.</summary>
    public static ReplyJsonContext Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
