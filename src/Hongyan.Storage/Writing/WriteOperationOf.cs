namespace Hongyan.Storage.Writing;

/// <summary>Something to be written that has a result.</summary>
internal sealed class WriteOperation<TSession, T>(Func<TSession, T> work, long? conversation, bool continuesBriefly) : WriteOperation<TSession>(conversation)
    where TSession : StoreSession
{
    private readonly TaskCompletionSource<T> _result = new(continuesBriefly ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<T> Result => _result.Task;

    public override void Execute(TSession session) => _value = work(session);

    public override void Succeed() => _result.SetResult(_value!);

    public override void Fail(Exception failure) => _result.SetException(failure);
}
