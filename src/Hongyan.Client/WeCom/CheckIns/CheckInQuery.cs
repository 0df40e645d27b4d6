namespace Hongyan.WeCom;

/// <summary>Whose check-ins are read, and of when.</summary>
public sealed record CheckInQuery
{
    /// <summary>Which.</summary>
    /// <value>Both.</value>
    public CheckInKind Kind { get; init; } = CheckInKind.All;

    /// <summary>The first moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The last moment, at most 30 days later.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The members; more than 100 take several calls.</summary>
    public required IReadOnlyList<string> UserIds { get; init; }
}
