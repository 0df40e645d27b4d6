namespace Hongyan.WeCom;

/// <summary>What is to change in a group; what is null or empty stays.</summary>
public sealed record AppChatChange
{
    /// <summary>The new name; max. 50 characters, which the platform would cut.</summary>
    public string? Name { get; init; }

    /// <summary>The user id of the new owner (群主), one of the members.</summary>
    public string? OwnerId { get; init; }

    /// <summary>User ids of who comes in.</summary>
    public IReadOnlyList<string> AddedMemberIds { get; init; } = [];

    /// <summary>User ids of who goes.</summary>
    public IReadOnlyList<string> RemovedMemberIds { get; init; } = [];
}
