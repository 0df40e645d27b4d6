using System.Collections.Concurrent;
using System.Text;

namespace Hongyan.Storage.Sqlite;

/// <summary>Keeps access tokens over a restart, encrypted. One process holds the file, so its own locks are leases enough.</summary>
internal sealed class SqliteAccessTokenStore(SqliteWriter writer, SqliteDatabase database, PayloadProtector protector) : IAccessTokenStore
{
    private readonly ConcurrentDictionary<AccessTokenKey, SemaphoreSlim> _fetching = new();

    public async ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken)
    {
        var fetching = _fetching.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Lease(fetching);
    }

    public ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken)
    {
        using var reader = database.OpenReader();
        using var command = reader.CreateCommand();
        command.CommandText = "select Token, UsableUntil from bots_access_tokens where Key = $key";
        command.Parameters.AddWithValue("$key", key.ToString());
        using var rows = command.ExecuteReader();
        return new(rows.Read()
            ? new AccessToken(Encoding.UTF8.GetString(protector.Unprotect(rows.GetFieldValue<byte[]>(0))), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)))
            : null);
    }

    public async ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken)
    {
        var value = protector.Protect(Encoding.UTF8.GetBytes(token.Value));
        var until = token.UsableUntil.ToUnixTimeMilliseconds();
        await writer.WriteAsync(session =>
            new StoreTransaction(session.Transaction).Execute($"insert or replace into bots_access_tokens (Key, Token, UsableUntil) values ({key.ToString()}, {value}, {until})"),
            cancellationToken).ConfigureAwait(false);
    }

    private sealed class Lease(SemaphoreSlim fetching) : IAsyncDisposable
    {
        private SemaphoreSlim? _fetching = fetching;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _fetching, null)?.Release();
            return ValueTask.CompletedTask;
        }
    }
}
