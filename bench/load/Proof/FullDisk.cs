using Hongyan.Storage;
using Hongyan.Storage.Sqlite;

namespace Hongyan.Load.Proof;

/// <summary>
/// A disk without room: no new page for the database (<c>PRAGMA max_page_count</c>). A connection that has failed is replaced and the limit
/// was that connection's, so it is set again and again.
/// </summary>
internal sealed class FullDisk(SqliteStore store) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource _stop = new();
    private Task? _filling;

    public bool IsOn
    {
        get;
        set
        {
            field = value;
            _filling ??= FillAsync();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task FillAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        var isLimited = false;
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            if (!IsOn && !isLimited)
                continue;
            try
            {
                isLimited = IsOn;
                await store.WriteAsync(Limit, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                // The database is full, as it should be; the next connection gets its limit next time.
            }
        }
    }

    private void Limit(StoreTransaction db)
    {
        using var command = db.Transaction.Connection!.CreateCommand();
        command.Transaction = db.Transaction;
        // A limit below what there is means: no page more.
        command.CommandText = IsOn ? "pragma max_page_count = 1" : "pragma max_page_count = 1073741823";
        command.ExecuteNonQuery();
    }
}
