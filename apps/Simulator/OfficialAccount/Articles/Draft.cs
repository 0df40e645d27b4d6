namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A draft (草稿), or the articles of media/uploadnews, which are in no box.</summary>
/// <param name="MediaId">media_id.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
public sealed record Draft(string MediaId, IReadOnlyList<DraftArticle> Articles, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Whether it lies in the draft box.</summary>
    public bool IsInBox { get; init; } = true;
}
