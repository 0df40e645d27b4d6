using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hongyan;

/// <summary>
/// The access token of one application. However many callers need a new one, it is fetched once: they share the flight, and one that
/// gives up waiting does not end it for the others. Neither a store nor a platform that fails is asked again and again.
/// </summary>
internal sealed partial class AccessTokenSource(
    AccessTokenKey key, IAccessTokenStore store, Func<CancellationToken, Task<AccessToken>> fetch, TimeProvider time, ILogger? logger = null)
{
    /// <summary>How often a minute a refused token makes us fetch another one.</summary>
    private const int RefreshesPerMinute = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly Lock _gate = new();
    private readonly Queue<long> _refreshes = new();
    private volatile AccessToken? _current;
    private Flight? _flight;
    private TimeSpan _pause;
    private long _failedAt;

    /// <summary>A usable token; fetched when there is none.</summary>
    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        Current(rejected: null) is { } token ? new(token) : new(RenewAsync(rejected: null, cancellationToken));

    /// <summary>
    /// A token to use instead of the one that the platform refused. Fetched only if nobody has done so since. May give the refused one
    /// again: then the platform has no other, or was asked too often, and a retry is in vain.
    /// </summary>
    public ValueTask<AccessToken> RefreshAsync(AccessToken rejected, CancellationToken cancellationToken) =>
        Current(rejected) is { } token ? new(token) : new(RenewAsync(rejected, cancellationToken));

    /// <summary>
    /// Fetches another token while the one in use is still good, so that no call waits for it. Does nothing where none is in use, or
    /// somebody else has fetched one.
    /// </summary>
    /// <param name="ahead">How long before its end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task RenewAheadAsync(TimeSpan ahead, CancellationToken cancellationToken)
    {
        var inUse = _current ?? await AskStoreAsync(token => store.GetAsync(key, token)).ConfigureAwait(false);
        var now = time.GetUtcNow();
        if (inUse is not null && now < inUse.UsableUntil && now >= inUse.UsableUntil - ahead)
            await RefreshAsync(inUse, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccessToken> RenewAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        while (true)
        {
            var flight = Join(rejected);
            var token = await flight.Renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
            // A flight that began before this token was refused may have brought the very same one.
            if (token.Value != rejected?.Value || flight.Rejected?.Value == rejected.Value)
                return token;
        }
    }

    private Flight Join(AccessToken? rejected)
    {
        lock (_gate)
        {
            if (_flight is { } flight && (!flight.Renewal.IsCompleted || IsPausing(flight)))
                return flight;

            // On the pool: not under the lock, and not bound to the caller that happens to be first.
            var renewal = Task.Run(() => RenewOnceAsync(rejected));
            // Every waiter may have given up; a failure is logged where it happens.
            _ = renewal.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return _flight = new Flight(renewal, rejected);
        }
    }

    /// <summary>After a failure, callers get the same failure for a while: wrong secrets by the dozen get the address banned.</summary>
    private bool IsPausing(Flight flight) => flight.Renewal.IsFaulted && time.GetElapsedTime(_failedAt) < _pause;

    private async Task<AccessToken> RenewOnceAsync(AccessToken? rejected)
    {
        if (Current(rejected) is { } already)
            return already;

        var lease = await AskStoreAsync(token => store.LeaseAsync(key, token)).ConfigureAwait(false);
        try
        {
            var stored = await AskStoreAsync(token => store.GetAsync(key, token)).ConfigureAwait(false);
            if (IsUsable(stored, rejected))
                return _current = stored!;
            if (rejected is not null && !MayRefresh())
            {
                LogRefusedTooOften(_logger, key.Platform, key.Id, key.AgentId, RefreshesPerMinute);
                return rejected;
            }

            var fetched = await FetchAsync().ConfigureAwait(false);
            _current = fetched;
            await AskStoreAsync(async token =>
            {
                await store.SetAsync(key, fetched, token).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            return fetched;
        }
        finally
        {
            if (lease is not null)
            {
                await AskStoreAsync(async _ =>
                {
                    await lease.DisposeAsync().ConfigureAwait(false);
                    return true;
                }).ConfigureAwait(false);
            }
        }
    }

    private async Task<AccessToken> FetchAsync()
    {
        try
        {
            var token = await fetch(CancellationToken.None).ConfigureAwait(false);
            _pause = TimeSpan.Zero;
            LogFetched(_logger, key.Platform, key.Id, key.AgentId, token.UsableUntil);
            return token;
        }
        catch (Exception failure)
        {
            _pause = _pause == TimeSpan.Zero ? FirstPause : _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            _failedAt = time.GetTimestamp();
            LogFetchFailed(_logger, key.Platform, key.Id, key.AgentId, _pause.TotalSeconds, failure.Message);
            throw;
        }
    }

    /// <summary>Whatever goes wrong with the store, the calls go on without it.</summary>
    private async Task<T?> AskStoreAsync<T>(Func<CancellationToken, ValueTask<T>> ask)
    {
        Task<T>? asked = null;
        try
        {
            using var timeout = new CancellationTokenSource(StoreTimeout, time);
            asked = ask(timeout.Token).AsTask();
            return await asked.WaitAsync(timeout.Token).ConfigureAwait(false);
        }
        // Any exception: the store is somebody else's code, and a token in this process alone is better than no calls at all.
        catch (Exception failure)
        {
            LogStoreFailed(_logger, failure, key.Platform, key.Id, key.AgentId);
            if (asked is not null)
                _ = GiveBackAsync(asked);
            return default;
        }
    }

    /// <summary>A lease that was granted when nobody waited for it any more would never end.</summary>
    private static async Task GiveBackAsync<T>(Task<T> asked)
    {
        await ((Task)asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (asked is { IsCompletedSuccessfully: true, Result: IAsyncDisposable lease })
            await lease.DisposeAsync().ConfigureAwait(false);
    }

    private bool MayRefresh()
    {
        while (_refreshes.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromMinutes(1))
            _refreshes.Dequeue();
        if (_refreshes.Count >= RefreshesPerMinute)
            return false;
        _refreshes.Enqueue(time.GetTimestamp());
        return true;
    }

    private AccessToken? Current(AccessToken? rejected) => _current is { } current && IsUsable(current, rejected) ? current : null;

    private bool IsUsable(AccessToken? token, AccessToken? rejected) =>
        token is not null && token.Value != rejected?.Value && time.GetUtcNow() < token.UsableUntil;

    private sealed record Flight(Task<AccessToken> Renewal, AccessToken? Rejected);

    [LoggerMessage(1, LogLevel.Information, "Fetched an access token for {Platform} {Id}, application {AgentId}; usable until {UsableUntil:u}")]
    private static partial void LogFetched(ILogger logger, string platform, string id, string agentId, DateTimeOffset usableUntil);

    [LoggerMessage(2, LogLevel.Warning, "No access token for {Platform} {Id}, application {AgentId}; calls fail for the next {Pause} s: {Reason}")]
    private static partial void LogFetchFailed(ILogger logger, string platform, string id, string agentId, double pause, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The access token store failed for {Platform} {Id}, application {AgentId}; this process goes on without it")]
    private static partial void LogStoreFailed(ILogger logger, Exception failure, string platform, string id, string agentId);

    [LoggerMessage(4, LogLevel.Warning, "The platform refused {Count} access tokens of {Platform} {Id}, application {AgentId}, within a minute; not asking for another one yet")]
    private static partial void LogRefusedTooOften(ILogger logger, string platform, string id, string agentId, int count);
}
