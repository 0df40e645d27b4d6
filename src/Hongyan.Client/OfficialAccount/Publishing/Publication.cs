namespace Hongyan.OfficialAccount;

/// <summary>What has become of a publication.</summary>
/// <param name="PublishId">The publication (publish_id).</param>
/// <param name="Status">How far it is.</param>
public sealed record Publication(string PublishId, PublishStatus Status)
{
    /// <summary>What was published is read and deleted by this (article_id); null until it is.</summary>
    public string? ArticleId { get; init; }

    /// <summary>The articles and where they can be read; empty until it is published.</summary>
    public IReadOnlyList<PublishedArticle> Articles { get; init; } = [];

    /// <summary>The articles that were refused, from 1.</summary>
    public IReadOnlyList<int> FailedIndexes { get; init; } = [];
}
