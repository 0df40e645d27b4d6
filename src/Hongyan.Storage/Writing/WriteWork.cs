namespace Hongyan.Storage.Writing;

/// <summary>Any work, and what comes of it.</summary>
internal sealed class WriteWork<TSession, T>(Func<TSession, T> work, long? conversation)
    : WriteOperation<TSession, T>(conversation, TaskCreationOptions.RunContinuationsAsynchronously)
    where TSession : StoreSession
{
    protected override T Write(TSession session) => work(session);
}
