namespace Hongyan.Storage.Sqlite;

/// <summary>Where the SQLite database is and how long it keeps things. Section <c>Storage</c>.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>How SQLite is opened: <c>Data Source=data/hongyan.db</c>. A local disk; not a network share. Required.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long messages are kept after they are done, with what people wrote in them.</summary>
    /// <value>Seven days.</value>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a write waits for somebody else who has locked the database.</summary>
    /// <value>2 seconds, so that a callback is refused before the platform hangs up.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
