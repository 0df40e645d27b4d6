namespace Hongyan.WeCom;

/// <summary>A group that the application made (应用群聊).</summary>
public sealed record AppChat
{
    /// <summary>The id of the group (chatid).</summary>
    public required string ChatId { get; init; }

    /// <summary>The name; empty where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>The user id of the owner (群主).</summary>
    public required string OwnerId { get; init; }

    /// <summary>User ids of the members, the owner among them.</summary>
    public required IReadOnlyList<string> MemberIds { get; init; }
}
