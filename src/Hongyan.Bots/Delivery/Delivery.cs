namespace Hongyan;

/// <summary>One message and its answer, shared by all deliveries of it.</summary>
internal sealed class Delivery
{
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Whether a request is still open that the answer can go out on.</summary>
    public bool IsAwaited => Volatile.Read(ref _waiting) > 0;

    /// <summary>Says that a request is open that will wait; said before the handler starts, so that its answer is not taken for late.</summary>
    public void Expect() => Interlocked.Increment(ref _waiting);

    /// <summary>Waits for the answer on behalf of a request that was expected: the plaintext of the reply, empty where nothing is answered.</summary>
    /// <exception cref="OperationCanceledException">The platform hung up; the handler goes on.</exception>
    public Task<ReadOnlyMemory<byte>> WaitAsync(CancellationToken hungUp) =>
        // Most handlers have answered by now; waiting for them all the same would cost a change of thread.
        _answer.Task.IsCompletedSuccessfully ? _answer.Task : WaitWhileItRunsAsync(hungUp);

    private async Task<ReadOnlyMemory<byte>> WaitWhileItRunsAsync(CancellationToken hungUp)
    {
        try
        {
            return await _answer.Task.WaitAsync(hungUp).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Complete(ReadOnlyMemory<byte> answer) => _answer.SetResult(answer);
}
