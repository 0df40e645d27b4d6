namespace Hongyan.Storage.Schema;

/// <summary>One process that works on the database. Whoever has no row here, or none any more, can commit nothing.</summary>
public sealed class NodeRow
{
    /// <summary>A new one for each process.</summary>
    public required string Id { get; set; }

    /// <summary>What people call it: of two processes with one name, the later may be the earlier started again.</summary>
    public required string Name { get; set; }

    /// <summary>From here on, by the database's clock, others may take over what it left.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
