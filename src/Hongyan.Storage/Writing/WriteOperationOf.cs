namespace Hongyan.Storage.Writing;

/// <summary>Something to be written that has a result.</summary>
/// <param name="conversation">Whose messages it touches; null where it touches none.</param>
/// <param name="continuation">Where whoever waits goes on.</param>
internal abstract class WriteOperation<TSession, T>(long? conversation, TaskCreationOptions continuation) : WriteOperation<TSession>(conversation)
    where TSession : StoreSession
{
    private readonly TaskCompletionSource<T> _result = new(continuation);

    public Task<T> Result => _result.Task;

    /// <summary>The result, once it is written.</summary>
    protected T? Value { get; private set; }

    public sealed override void Execute(TSession session) => Value = Write(session);

    public override void Succeed() => _result.SetResult(Value!);

    public override void Fail(Exception failure) => _result.SetException(failure);

    /// <summary>As <see cref="Execute"/>, and gives the result.</summary>
    protected abstract T Write(TSession session);
}
