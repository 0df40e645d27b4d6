namespace Hongyan.Storage.Schema;

/// <summary>Something that one process at a time does, such as fetching an access token.</summary>
public sealed class LeaseRow
{
    /// <summary>What is done.</summary>
    public required string Name { get; set; }

    /// <summary>Who does it: a new one each time.</summary>
    public required string Owner { get; set; }

    /// <summary>From here on, by the database's clock, somebody else may do it.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
