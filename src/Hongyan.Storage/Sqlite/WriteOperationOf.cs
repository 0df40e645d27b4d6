namespace Hongyan.Storage.Sqlite;

/// <summary>Something to be written that has a result.</summary>
internal sealed class WriteOperation<T>(Func<SqliteSession, T> work, bool continuesBriefly) : WriteOperation
{
    private readonly TaskCompletionSource<T> _result = new(continuesBriefly ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<T> Result => _result.Task;

    public override void Execute(SqliteSession session) => _value = work(session);

    public override void Succeed() => _result.SetResult(_value!);

    public override void Fail(Exception failure) => _result.SetException(failure);
}
