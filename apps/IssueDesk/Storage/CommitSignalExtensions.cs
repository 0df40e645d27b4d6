using Hongyan.Storage;

namespace Hongyan.IssueDesk.Storage;

/// <summary>How the desk's workers wait.</summary>
internal static class CommitSignalExtensions
{
    /// <summary>The clock may be set while we wait, so nobody waits longer than this at once.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Works until the process ends: again at once while there is something to do, otherwise at the next commit or after the pause.</summary>
    /// <param name="signal">What wakes the worker.</param>
    /// <param name="work">Does one thing that is due, and says how long nothing is due; zero: look again at once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stoppingToken">Ends with the process.</param>
    public static async Task WorkAsync(this CommitSignal signal, Func<CancellationToken, Task<TimeSpan>> work, TimeProvider time, CancellationToken stoppingToken)
    {
        var committed = signal.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await work(stoppingToken);
            if (pause > TimeSpan.Zero)
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(committed, Task.Delay(pause < LongestPause ? pause : LongestPause, time, either.Token));
                await either.CancelAsync();
            }
            if (committed.IsCompleted)
                committed = signal.WaitAsync(stoppingToken);
        }
    }
}
