namespace Hongyan.Simulator.WeCom;

/// <summary>A group of members: an app's own (应用群聊), or one that people made, which is where robots live.</summary>
public sealed record GroupChat
{
    /// <summary>chatid.</summary>
    public required string ChatId { get; init; }

    /// <summary>The group's name; empty where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>UserID of the owner (群主).</summary>
    public required string Owner { get; init; }

    /// <summary>UserIDs of the members, the owner among them.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Name of the app that made it; null where people did. Only that app can use it.</summary>
    public string? App { get; init; }
}
