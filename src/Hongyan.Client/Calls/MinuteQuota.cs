namespace Hongyan.Calls;

/// <summary>Keeps a limit of so many calls in any minute by letting the next one wait: first come, first served.</summary>
internal sealed class MinuteQuota(int callsPerMinute, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _turns = new();

    /// <summary>Waits for the caller's turn. Who gives up waiting leaves the turn unused.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wait = TakeTurn(now) - now;
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, time, cancellationToken);
    }

    private DateTimeOffset TakeTurn(DateTimeOffset now)
    {
        lock (_gate)
        {
            var turn = now;
            // The call so many turns ago must be a minute old. A clock that is set back does not make anybody wait longer than that.
            if (_turns.Count == callsPerMinute && _turns.Dequeue() + Minute is var free && free > now)
                turn = free;
            _turns.Enqueue(turn);
            return turn;
        }
    }
}
