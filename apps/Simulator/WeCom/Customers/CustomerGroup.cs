namespace Hongyan.Simulator.WeCom;

/// <summary>A group of members and customers (客户群).</summary>
public sealed record CustomerGroup
{
    /// <summary>chat_id.</summary>
    public required string ChatId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The member who owns it.</summary>
    public required string OwnerUserId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>群公告.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Other members in it.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Customers in it.</summary>
    public IReadOnlyList<string> ExternalUserIds { get; init; } = [];
}
