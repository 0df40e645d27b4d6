namespace Hongyan.WeCom;

/// <summary>A group that is to be made.</summary>
public sealed record NewAppChat
{
    /// <summary>The name; max. 50 characters, which the platform would cut. Without one the client shows the members' names.</summary>
    public string? Name { get; init; }

    /// <summary>The user id of the owner (群主), one of the members; null lets the platform choose.</summary>
    public string? OwnerId { get; init; }

    /// <summary>User ids of the members; 2 to 2000.</summary>
    public required IReadOnlyList<string> MemberIds { get; init; }

    /// <summary>The id of the group: max. 32 letters and digits, unlike any other; null lets the platform choose.</summary>
    public string? ChatId { get; init; }
}
