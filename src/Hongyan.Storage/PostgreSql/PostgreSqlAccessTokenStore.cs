using System.Collections.Concurrent;
using System.Text;
using Hongyan.Storage.Writing;

namespace Hongyan.Storage.PostgreSql;

/// <summary>Keeps access tokens for all processes, encrypted. One of them fetches a token at a time.</summary>
internal sealed class PostgreSqlAccessTokenStore(PostgreSqlWriter writer, PostgreSqlDatabase database, PayloadProtector protector, StoreClock clock) : IAccessTokenStore
{
    /// <summary>Longer than a call to the platform takes. Whoever dies while he fetches keeps the others waiting for so long.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>From one look at a lease that somebody else has to the next.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<AccessTokenKey, SemaphoreSlim> _fetching = new();

    public async ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken)
    {
        // One of each process stands in the line of all of them.
        var fetching = _fetching.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (name, owner) = ($"token:{key}", Guid.NewGuid().ToString("N"));
            using var pause = new PeriodicTimer(Pause);
            while (!await writer.WriteAsync(session => session.Leases.TryTake(name, owner, Lifetime), CancellationToken.None).ConfigureAwait(false))
                await pause.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
            return new Lease(writer, fetching, name, owner);
        }
        catch
        {
            fetching.Release();
            throw;
        }
    }

    public async ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken)
    {
        var connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var command = connection.CreateCommand().With("key", key.ToString());
        await using var __ = command.ConfigureAwait(false);
        command.CommandText = "select Token, UsableUntil from bots_access_tokens where Key = @key";
        var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var ___ = row.ConfigureAwait(false);
        return await row.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? new AccessToken(Encoding.UTF8.GetString(protector.Unprotect(row.GetFieldValue<byte[]>(0))), clock.FromStore(row.GetInt64(1)))
            : null;
    }

    public async ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken)
    {
        var value = protector.Protect(Encoding.UTF8.GetBytes(token.Value));
        await writer.WriteAsync(session =>
        {
            var until = session.Clock.ToStore(token.UsableUntil);
            return new StoreTransaction(session.Transaction).Execute($"""
                insert into bots_access_tokens (Key, Token, UsableUntil) values ({key.ToString()}, {value}, {until})
                on conflict (Key) do update set Token = excluded.Token, UsableUntil = excluded.UsableUntil
                """);
        }, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Lease(PostgreSqlWriter writer, SemaphoreSlim fetching, string name, string owner) : IAsyncDisposable
    {
        private SemaphoreSlim? _fetching = fetching;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _fetching, null) is not { } fetching)
                return;
            try
            {
                await writer.WriteAsync(session =>
                {
                    session.Leases.Release(name, owner);
                    return true;
                }, CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                fetching.Release();
            }
        }
    }
}
