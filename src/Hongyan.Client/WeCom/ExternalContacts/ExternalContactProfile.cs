namespace Hongyan.WeCom;

/// <summary>A customer and what each member noted.</summary>
public sealed record ExternalContactProfile
{
    /// <summary>The customer.</summary>
    public required ExternalContact Contact { get; init; }

    /// <summary>The members who have this customer, as far as the application may see them.</summary>
    public required IReadOnlyList<FollowUser> FollowUsers { get; init; }
}
