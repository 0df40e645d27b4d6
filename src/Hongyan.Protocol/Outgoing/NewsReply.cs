namespace Hongyan;

/// <summary>Answers with articles (图文): a list of titles and pictures that open pages.</summary>
/// <param name="Articles">
/// 1 to 8 articles; the first is shown large. An Official Account takes one in the answer to a message, and 8 in the answer to an event such
/// as a click in the menu.
/// </param>
public sealed record NewsReply(params IReadOnlyList<NewsArticle> Articles) : Reply
{
    /// <summary>Articles that one reply takes.</summary>
    public const int MaxArticles = 8;
}
