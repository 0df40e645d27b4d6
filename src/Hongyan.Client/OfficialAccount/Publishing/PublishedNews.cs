namespace Hongyan.OfficialAccount;

/// <summary>Articles that were published together.</summary>
/// <param name="ArticleId">What they are read and deleted by (article_id).</param>
/// <param name="Articles">The articles.</param>
/// <param name="UpdatedAt">When they were published, or changed last.</param>
public sealed record PublishedNews(string ArticleId, IReadOnlyList<DraftArticle> Articles, DateTimeOffset UpdatedAt);
