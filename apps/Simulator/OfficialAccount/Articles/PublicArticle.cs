namespace Hongyan.Simulator.OfficialAccount;

/// <summary>An article that has an address: it was published, or sent to many.</summary>
/// <param name="Id">What its address ends in.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="Index">Its place among those that came with it, from 1.</param>
/// <param name="Article">The article.</param>
/// <param name="PublishedAt">Since when.</param>
/// <param name="IsDeleted">Whether its page only says so.</param>
public sealed record PublicArticle(string Id, string Account, int Index, DraftArticle Article, DateTimeOffset PublishedAt, bool IsDeleted = false)
{
    /// <summary>The path of its page.</summary>
    public string Path => ArticleBook.PathOf(Id);
}
