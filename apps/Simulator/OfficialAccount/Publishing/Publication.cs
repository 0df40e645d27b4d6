namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A publication (发布) of a draft.</summary>
/// <param name="PublishId">publish_id.</param>
/// <param name="DataId">msg_data_id.</param>
/// <param name="MediaId">The draft.</param>
/// <param name="SubmittedAt">When it was asked for.</param>
public sealed record Publication(string PublishId, long DataId, string MediaId, DateTimeOffset SubmittedAt)
{
    /// <summary>publish_status of what went well.</summary>
    public const int Published = 0;

    /// <summary>publish_status of what is not finished.</summary>
    public const int UnderWay = 1;

    /// <summary>publish_status where all articles were deleted afterwards.</summary>
    public const int Deleted = 5;

    /// <summary>publish_status.</summary>
    public int Status { get; init; } = UnderWay;

    /// <summary>article_id; empty until it is published.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>Its articles in their order, by <see cref="PublicArticle.Id"/>.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>When it was published, or changed by a deletion.</summary>
    public DateTimeOffset UpdatedAt { get; init; } = SubmittedAt;
}
