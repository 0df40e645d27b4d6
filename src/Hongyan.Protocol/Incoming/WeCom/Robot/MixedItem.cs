namespace Hongyan.WeCom;

/// <summary>A piece of a <see cref="MixedMessage"/>.</summary>
public sealed record MixedItem
{
    /// <summary>What it is, as the platform names it: <c>text</c> or <c>image</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The text; empty for a picture.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the picture is fetched, encrypted with the robot's key, for five minutes; empty for a text.</summary>
    public string PictureUrl { get; init; } = "";
}
