using Hongyan.Storage;
using Hongyan.Storage.PostgreSql;

namespace Hongyan.Hub.Storage;

/// <summary>The tables in the server's database. Its one writer writes them too, so that nobody waits for anybody's lock.</summary>
internal sealed class StoredHub(IStore store, StoreDatabase database) : IHubStore
{
    /// <summary>Taken for every write, so that those of several nodes come one after the other as those of one do. Any number that nobody else uses.</summary>
    private const long WriteLock = 0x4875624C6F636B;

    private readonly bool _isPostgreSql = database is PostgreSqlDatabase;

    public Task MigrateAsync(CancellationToken cancellationToken) => _isPostgreSql
        ? database.MigrateAsync(HubContext.HistoryTable, PostgreSqlHubContext.For, cancellationToken)
        : database.MigrateAsync(HubContext.HistoryTable, SqliteHubContext.For, cancellationToken);

    public HubContext Open() => _isPostgreSql ? PostgreSqlHubContext.For(database.ReadOnlyConnectionString) : SqliteHubContext.For(database.ReadOnlyConnectionString);

    public Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken) => store.WriteAsync(db =>
    {
        if (_isPostgreSql)
            db.Execute($"select pg_advisory_xact_lock({WriteLock})");
        write(db);
    }, cancellationToken);
}
