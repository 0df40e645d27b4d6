using Hongyan.Storage;

namespace Hongyan.IssueDesk.Storage;

/// <summary>The desk's tables in the server's one database: read anywhere, written by the database's one writer.</summary>
internal interface IDeskStore
{
    /// <summary>Opens the tables for reading.</summary>
    IssueDeskContext OpenReader();

    /// <summary>Writes inside a transaction that is open already, as <see cref="BotContext.OnCommit"/> gives it.</summary>
    void Write(StoreTransaction db, Action<IssueDeskContext> work);

    /// <summary>Writes in a transaction of its own; nothing is written where the work throws.</summary>
    /// <param name="work">Short, because everybody waits for it. May send texts by <see cref="StoreTransaction.Send"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment.</exception>
    Task<T> WriteAsync<T>(Func<IssueDeskContext, StoreTransaction, T> work, CancellationToken cancellationToken);
}
