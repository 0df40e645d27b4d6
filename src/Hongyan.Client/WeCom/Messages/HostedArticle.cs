namespace Hongyan.WeCom;

/// <summary>One article of a <see cref="HostedNewsPush"/>: the platform keeps the page itself.</summary>
public sealed record HostedArticle
{
    /// <summary>The title; 1 to 128 bytes of UTF-8, which the platform would cut.</summary>
    public required string Title { get; init; }

    /// <summary>The media id (素材) of the picture.</summary>
    public required string PictureMediaId { get; init; }

    /// <summary>The page in HTML; max. 666 KB. Pictures in it come from <see cref="WeComMedia.UploadPictureAsync"/>.</summary>
    public required string Html { get; init; }

    /// <summary>The author; max. 64 bytes of UTF-8.</summary>
    public string? Author { get; init; }

    /// <summary>The page behind 阅读原文.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The description; max. 512 bytes of UTF-8, which the platform would cut.</summary>
    public string? Digest { get; init; }
}
