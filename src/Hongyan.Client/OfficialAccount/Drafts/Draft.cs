namespace Hongyan.OfficialAccount;

/// <summary>A draft (草稿).</summary>
/// <param name="MediaId">What it is published, sent and changed by (media_id).</param>
/// <param name="Articles">Its articles.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
public sealed record Draft(string MediaId, IReadOnlyList<DraftArticle> Articles, DateTimeOffset UpdatedAt);
