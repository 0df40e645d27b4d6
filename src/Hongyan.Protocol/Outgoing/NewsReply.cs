namespace Hongyan;

/// <summary>Answers with articles (图文): a list of titles and pictures that open pages.</summary>
/// <param name="Articles">1 to 8 articles; the first is shown large.</param>
public sealed record NewsReply(params IReadOnlyList<NewsArticle> Articles) : Reply
{
    /// <summary>Articles that one reply takes.</summary>
    public const int MaxArticles = 8;
}
