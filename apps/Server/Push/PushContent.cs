namespace Hongyan.Server.Push;

/// <summary>What is pushed, of any type.</summary>
/// <param name="Type">One of <see cref="Types"/>.</param>
/// <param name="Text">The text, the markdown, or the description of a card; the media id of a picture or file.</param>
internal sealed record PushContent(string Type, string Text)
{
    public const string TextType = "text";
    public const string MarkdownType = "markdown";
    public const string CardType = "textcard";
    public const string ImageType = "image";
    public const string FileType = "file";

    /// <summary>The types that there are.</summary>
    public static readonly string[] Types = [TextType, MarkdownType, CardType, ImageType, FileType];

    /// <summary>The title of a card.</summary>
    public string Title { get; init; } = "";

    /// <summary>The page that a card opens.</summary>
    public string Url { get; init; } = "";
}
