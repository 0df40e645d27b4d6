using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>Keeps access tokens in this process. Right for a single process; it forgets at a restart.</summary>
public sealed class MemoryAccessTokenStore : IAccessTokenStore
{
    private readonly ConcurrentDictionary<AccessTokenKey, Entry> _entries = new();

    /// <inheritdoc />
    public async ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken)
    {
        var entry = EntryOf(key);
        await entry.Fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Lease(entry.Fetching);
    }

    /// <inheritdoc />
    public ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken) => new(EntryOf(key).Token);

    /// <inheritdoc />
    public ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken)
    {
        EntryOf(key).Token = token;
        return ValueTask.CompletedTask;
    }

    private Entry EntryOf(AccessTokenKey key) => _entries.GetOrAdd(key, static _ => new Entry());

    private sealed class Entry
    {
        private volatile AccessToken? _token;

        public SemaphoreSlim Fetching { get; } = new(1, 1);

        public AccessToken? Token
        {
            get => _token;
            set => _token = value;
        }
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
