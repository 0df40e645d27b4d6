using Hongyan.Storage;
using Hongyan.Storage.Sqlite;

namespace Hongyan.Hub.Storage;

/// <summary>The tables in the server's database. Its one writer writes them too, so that nobody waits for anybody's lock.</summary>
internal sealed class StoredHub(SqliteStore store, SqliteDatabase database) : IHubStore
{
    public void Migrate() => database.Migrate(HubContext.HistoryTable, SqliteHubContext.For);

    public HubContext Open() => SqliteHubContext.For(database.ReadOnlyConnectionString);

    public Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken) => store.WriteAsync(write, cancellationToken);
}
