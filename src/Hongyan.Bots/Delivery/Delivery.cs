namespace Hongyan;

/// <summary>One message and its answer, shared by all deliveries of it.</summary>
internal sealed class Delivery
{
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Whether a request is still open that the answer can go out on.</summary>
    public bool IsAwaited => Volatile.Read(ref _waiting) > 0;

    /// <summary>Waits for the answer on behalf of one request: the plaintext of the reply, empty where nothing is answered.</summary>
    /// <exception cref="OperationCanceledException">The platform hung up; the handler goes on.</exception>
    public async Task<ReadOnlyMemory<byte>> WaitAsync(CancellationToken hungUp)
    {
        Interlocked.Increment(ref _waiting);
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
