namespace Hongyan.Simulator.Control;

/// <summary>A group of customers to make.</summary>
public sealed record NewCustomerGroup
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>UserID of the owner.</summary>
    public string OwnerUserId { get; init; } = "";

    /// <summary>UserIDs of other members.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>The customers in it.</summary>
    public IReadOnlyList<string> ExternalUserIds { get; init; } = [];
}
