namespace Hongyan.WeCom;

/// <summary>One article of a <see cref="NewsPush"/>.</summary>
public sealed record PushArticle
{
    /// <summary>The title; 1 to 128 bytes of UTF-8, which the platform would cut.</summary>
    public required string Title { get; init; }

    /// <summary>The description; max. 512 bytes of UTF-8, which the platform would cut.</summary>
    public string? Description { get; init; }

    /// <summary>What opens: a page (max. 2048 bytes; a string will do) or a mini program with its page path.</summary>
    public required CardLink Link { get; init; }

    /// <summary>The address of a JPG or PNG picture: 1068 × 455 pixels for the first article, 150 × 150 for the others.</summary>
    public string? PictureUrl { get; init; }
}
