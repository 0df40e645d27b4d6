namespace Hongyan.WeCom;

/// <summary>Which groups of customers are listed.</summary>
public sealed record GroupChatFilter
{
    /// <summary>Only those; null lists all.</summary>
    public GroupChatStatus? Status { get; init; }

    /// <summary>Only those of these members, at most 100; empty lists those of everybody in scope.</summary>
    public IReadOnlyList<string> OwnerUserIds { get; init => field = value ?? []; } = [];
}
