namespace Hongyan.WeCom;

/// <summary>
/// A robot (智能机器人) answers a message with a whole text at once, and with what a stream can end with: pictures and a card. A text that
/// grows while it is read is an <see cref="IAsyncEnumerable{T}"/> of its pieces; for text alone a <see cref="string"/> will do.
/// </summary>
/// <param name="Content">Markdown: up to 20480 bytes of UTF-8 in the bubble; what is longer goes on in a second message, up to as much again.</param>
public sealed record StreamReply(string Content) : Reply
{
    /// <summary>Bytes of UTF-8 that a stream takes, and that a message through <c>response_url</c> takes.</summary>
    public const int MaxBytes = 20480;

    /// <summary>Pictures that an answer takes.</summary>
    public const int MaxPictures = 10;

    /// <summary>Bytes that a picture has at most.</summary>
    public const int MaxPictureBytes = 10 * 1024 * 1024;

    /// <summary>Pictures below the text: the bytes of JPG or PNG files, at most 10 of at most 10 MB.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Pictures { get; init; } = [];

    /// <summary>A card below the text.</summary>
    public TemplateCard? Card { get; init; }

    /// <summary>
    /// Lets people rate the answer; the feedback event carries it. Max. 256 bytes of UTF-8. The platform takes it with the first answer
    /// only, so it has no effect where the handler took longer than the platform waits.
    /// </summary>
    public string? FeedbackId { get; init; }
}
