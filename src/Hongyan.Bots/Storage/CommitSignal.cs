namespace Hongyan.Storage;

/// <summary>Wakes the one who waits for commits, at once and without a polling interval. A commit while nobody waits is not lost.</summary>
public sealed class CommitSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says that something was committed.</summary>
    public void Set() => Volatile.Read(ref _next).TrySetResult();

    /// <summary>Ends at the next commit, or at once where there was one since the last time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Volatile.Read(ref _next).Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
