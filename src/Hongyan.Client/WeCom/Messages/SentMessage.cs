namespace Hongyan.WeCom;

/// <summary>A message that the platform took, and whom it will not reach.</summary>
public sealed record SentMessage
{
    /// <summary>What a recall names (msgid).</summary>
    public required string MessageId { get; init; }

    /// <summary>Members who do not exist or are outside the visible range; in lower case, as the platform writes them.</summary>
    public IReadOnlyList<string> InvalidUserIds { get; init; } = [];

    /// <summary>Departments that do not exist or are outside the visible range.</summary>
    public IReadOnlyList<int> InvalidDepartmentIds { get; init; } = [];

    /// <summary>Tags that do not exist or are outside the visible range.</summary>
    public IReadOnlyList<int> InvalidTagIds { get; init; } = [];

    /// <summary>Members in the visible range who have no interface licence (基础接口许可).</summary>
    public IReadOnlyList<string> UnlicensedUserIds { get; init; } = [];

    /// <summary>Updates the card once, within 72 hours; null for what cannot be updated.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>Whether everybody who was named gets it.</summary>
    public bool ReachesEverybody =>
        InvalidUserIds.Count == 0 && InvalidDepartmentIds.Count == 0 && InvalidTagIds.Count == 0 && UnlicensedUserIds.Count == 0;
}
