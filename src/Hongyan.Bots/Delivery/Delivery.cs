namespace Hongyan;

/// <summary>One message and its answer, shared by all deliveries of it. Small, because it is kept for as long as a duplicate may come.</summary>
internal sealed class Delivery
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _completed;
    private ReadOnlyMemory<byte> _answer;
    private bool _isComplete;
    private int _waiting;

    /// <summary>Whether a request is still open that the answer can go out on.</summary>
    public bool IsAwaited => Volatile.Read(ref _waiting) > 0;

    /// <summary>Says that a request is open that will wait; said before the handler starts, so that its answer is not taken for late.</summary>
    public void Expect() => Interlocked.Increment(ref _waiting);

    /// <summary>Waits for the answer on behalf of a request that was expected: the plaintext of the reply, empty where nothing is answered.</summary>
    /// <exception cref="OperationCanceledException">The platform hung up; the handler goes on.</exception>
    public ValueTask<ReadOnlyMemory<byte>> WaitAsync(CancellationToken hungUp)
    {
        Task completed;
        lock (_lock)
        {
            // Most handlers have answered by now; waiting for them all the same would cost a change of thread.
            if (_isComplete)
                return new(_answer);
            _completed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            completed = _completed.Task;
        }
        return WaitWhileItRunsAsync(completed, hungUp);
    }

    public void Complete(ReadOnlyMemory<byte> answer)
    {
        TaskCompletionSource? completed;
        lock (_lock)
        {
            _answer = answer;
            _isComplete = true;
            completed = _completed;
            _completed = null;
        }
        completed?.SetResult();
    }

    private async ValueTask<ReadOnlyMemory<byte>> WaitWhileItRunsAsync(Task completed, CancellationToken hungUp)
    {
        try
        {
            await completed.WaitAsync(hungUp).ConfigureAwait(false);
            return _answer;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
