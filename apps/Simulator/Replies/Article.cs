namespace Hongyan.Simulator.Replies;

/// <summary>One article of a message of the type news or mpnews (图文).</summary>
public sealed record Article(string Title, string Description, string PicUrl, string Url)
{
    /// <summary>mpnews: the author.</summary>
    public string? Author { get; init; }

    /// <summary>mpnews: the page, in HTML.</summary>
    public string? Content { get; init; }

    /// <summary>mpnews: the picture.</summary>
    public string? ThumbMediaId { get; init; }
}
