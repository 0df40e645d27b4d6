namespace Hongyan.Simulator.OfficialAccount;

/// <summary>One article of a draft (图文), as it was given.</summary>
public sealed record DraftArticle
{
    /// <summary>article_type: news 图文消息, newspic 图片消息.</summary>
    public string Type { get; init; } = "news";

    /// <summary>title.</summary>
    public required string Title { get; init; }

    /// <summary>author.</summary>
    public string Author { get; init; } = "";

    /// <summary>digest; of a single article the beginning of the text where none was given.</summary>
    public string Digest { get; init; } = "";

    /// <summary>content: HTML.</summary>
    public required string Content { get; init; }

    /// <summary>content_source_url: 阅读原文.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>thumb_media_id: the cover; of a newspic its first picture.</summary>
    public string ThumbMediaId { get; init; } = "";

    /// <summary>newspic: its pictures.</summary>
    public IReadOnlyList<string> PictureIds { get; init; } = [];

    /// <summary>need_open_comment.</summary>
    public bool OpensComments { get; init; }

    /// <summary>only_fans_can_comment.</summary>
    public bool OnlyFollowersComment { get; init; }
}
