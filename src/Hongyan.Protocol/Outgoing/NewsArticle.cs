namespace Hongyan;

/// <summary>One article of a <see cref="NewsReply"/>.</summary>
public sealed record NewsArticle
{
    /// <summary>The title; 1 to 128 bytes of UTF-8.</summary>
    public required string Title { get; init; }

    /// <summary>The description; max. 512 bytes of UTF-8.</summary>
    public string? Description { get; init; }

    /// <summary>The page that opens, with http:// or https://; max. 2048 bytes.</summary>
    public string? Url { get; init; }

    /// <summary>The address of a JPG or PNG picture: 1068 × 455 pixels for the first article, 150 × 150 for the others.</summary>
    public string? PictureUrl { get; init; }
}
