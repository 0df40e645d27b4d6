namespace Hongyan.Storage.Writing;

/// <summary>Something to be written, and somebody who waits for it.</summary>
/// <param name="conversation">
/// Whose messages it touches (<see cref="ConversationLock"/>), so that no other process touches them meanwhile; null where it touches none.
/// </param>
internal abstract class WriteOperation<TSession>(long? conversation)
    where TSession : StoreSession
{
    public long? Conversation => conversation;

    /// <summary>Writes inside the open transaction. May be done for nothing: the commit is still to come.</summary>
    public abstract void Execute(TSession session);

    /// <summary>Says that it is committed.</summary>
    public abstract void Succeed();

    /// <summary>Says that nothing of it was committed.</summary>
    public abstract void Fail(Exception failure);
}
