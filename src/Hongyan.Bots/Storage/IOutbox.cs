namespace Hongyan.Storage;

/// <summary>Messages that are to be sent by the active API. Rows come in with the outcome that caused them (<see cref="IInbox"/>).</summary>
/// <remarks>Every method throws <see cref="StoreUnavailableException"/> where nothing can be written at the moment; then nothing was.</remarks>
public interface IOutbox
{
    /// <summary>Ends as soon as something may be due that was not before: a row was committed.</summary>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Adds messages that no incoming one caused.
    /// </summary>
    ValueTask AddAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken);

    /// <summary>Takes what is due, the first of each conversation, and marks it as being sent before anybody sends it.</summary>
    /// <param name="most">How many at the most.</param>
    /// <param name="lifetime">What is older has expired and is not taken any more.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    ValueTask<OutboxBatch> TakeAsync(int most, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Writes down how a try ended.</summary>
    ValueTask RecordAsync(long id, OutboxResult result, CancellationToken cancellationToken);

    /// <summary>Sends a message that is in a final state once more, as a person decided; false where it is open or was sent.</summary>
    ValueTask<bool> ReopenAsync(long id, CancellationToken cancellationToken);
}
