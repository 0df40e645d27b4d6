using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Hongyan.Testing;

/// <summary>What the bot answered, as the platform reads it after decryption, or sent by itself.</summary>
public sealed record BotReply
{
    internal static BotReply Nothing { get; } = new() { Kind = BotReplyKind.Nothing };

    /// <summary>What kind of reply it is; <see cref="BotReplyKind.Nothing"/> for an empty 200.</summary>
    public required BotReplyKind Kind { get; init; }

    /// <summary>The text of a text, or what a button reads from now on; null for other kinds.</summary>
    public string? Text { get; init; }

    /// <summary>The media id (素材ID) of a picture, voice message or video; null for other kinds.</summary>
    public string? MediaId { get; init; }

    /// <summary>The title of a video, of music, of a page or of a card; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The description of a video, of music or of a card; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of the card that a card becomes, such as <c>text_notice</c>; null for other kinds.</summary>
    public string? CardType { get; init; }

    /// <summary>Where a piece of music plays; null for other kinds.</summary>
    public string? MusicUrl { get; init; }

    /// <summary>The same in better quality; null for other kinds.</summary>
    public string? HighQualityMusicUrl { get; init; }

    /// <summary>The servicer (客服账号) who is asked for; null for other kinds, and where any will do.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>The articles of a news reply; empty for other kinds.</summary>
    public IReadOnlyList<BotReplyArticle> Articles { get; init; } = [];

    /// <summary>
    /// Whether the person gets to see it. The platform takes no reply to some events, such as <c>unsubscribe</c>, and updates of a card
    /// only after a click on one.
    /// </summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The pictures below a robot's text: the bytes of their files.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Pictures { get; init; } = [];

    /// <summary>What could be read of a robot's answer while it grew, each state once; the last is <see cref="Text"/>. Empty where it is no stream.</summary>
    public IReadOnlyList<string> Snapshots { get; init; } = [];

    /// <summary>Whether a robot's stream has ended; false where the platform had to stop asking, six minutes after the question.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>By what a rating names a robot's answer (feedback.id); null where it cannot be rated.</summary>
    public string? FeedbackId { get; init; }

    /// <summary>The whole decrypted answer of a robot, for what has no property; null elsewhere.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>The whole body of an active message (主动消息), for what has no property; null where it came as an answer.</summary>
    public JsonObject? Push { get; init; }

    /// <summary>The whole decrypted document, for what has no property; null where nothing was answered, and with a robot.</summary>
    public XElement? Document { get; init; }
}
