using Hongyan.Hub.Audit;
using Hongyan.Storage;

namespace Hongyan.Server.Push;

/// <summary>Remembers requests by their names for a day, and writes down what begins.</summary>
internal interface IPushReceipts
{
    /// <summary>
    /// Begins a push, all or nothing: remembers the request, puts its messages into the outbox, and writes the audit. Does none of it where
    /// the request has been here before.
    /// </summary>
    /// <param name="claim">The request's name; null where it has none.</param>
    /// <param name="answer">What it will be answered where that is known already; null where a call to the platform decides.</param>
    /// <param name="messages">What goes through the outbox.</param>
    /// <param name="entry">The line of the audit.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <returns>The earlier request; null where this is the first.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment; nothing was.</exception>
    Task<PushReceipt?> BeginAsync(PushClaim? claim, PushAnswer? answer, IReadOnlyList<OutgoingMessage> messages, AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Remembers how a call ended.</summary>
    /// <param name="claim">The request's name.</param>
    /// <param name="answer">What it is answered; null forgets the request, because nothing was sent and it may come again.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    Task FinishAsync(PushClaim claim, PushAnswer? answer, CancellationToken cancellationToken);
}
