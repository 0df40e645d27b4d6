namespace Hongyan.Storage.Sqlite;

/// <summary>Deletes messages whose time is over, once an hour.</summary>
internal sealed class SqliteRetention(SqliteStore store) : IPeriodicWork
{
    public string Name => "store.retention";

    public TimeSpan Interval { get; } = TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellationToken) => store.CleanOnceAsync(cancellationToken);
}
