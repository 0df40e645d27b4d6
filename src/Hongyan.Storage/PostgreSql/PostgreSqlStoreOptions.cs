namespace Hongyan.Storage.PostgreSql;

/// <summary>Where the PostgreSQL database is, and how several processes share it. Section <c>Storage</c>.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>How PostgreSQL is reached: <c>Host=db;Database=hongyan;Username=hongyan;Password=…</c>. Required; a secret where it has the password.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long messages are kept after they are done, with what people wrote in them.</summary>
    /// <value>Seven days.</value>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// What this process is called. One that starts takes over at once what an earlier one of the same name left, provided that its connection
    /// is gone; what processes of other names left, once their lease is over. Several running processes may have the same name.
    /// </summary>
    /// <value>The machine's name.</value>
    public string NodeName { get; set; } = Environment.MachineName;

    /// <summary>How long the others wait, by the database's clock, before they take over from a process that says nothing any more.</summary>
    /// <value>15 seconds. It renews its lease three times as often.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a write waits for the database before callbacks are refused.</summary>
    /// <value>3 seconds, so that a callback is refused before the platform hangs up.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a process looks by itself for what the database may not have told it.</summary>
    /// <value>One second.</value>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of messages, instead of the database's own: for tests that move time. Leases are always the database's.</summary>
    internal TimeProvider? Clock { get; set; }
}
