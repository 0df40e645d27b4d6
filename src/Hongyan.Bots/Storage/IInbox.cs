namespace Hongyan.Storage;

/// <summary>
/// Keeps every accepted message with its outcome. <em>Accepted</em> means committed: only then may the platform be answered with 200.
/// </summary>
/// <remarks>
/// Every method throws <see cref="StoreUnavailableException"/> where nothing can be written at the moment; then nothing was. Each run of
/// a message has a number, the fence. It goes up when a run takes over from another, and an outcome is committed only while its number
/// is still the highest.
/// </remarks>
public interface IInbox
{
    /// <summary>Whether what is accepted outlives the process. False for the memory.</summary>
    bool IsDurable { get; }

    /// <summary>Opens the inbox for this process, which takes over whatever an earlier one left running.</summary>
    /// <param name="recent">Answers of this age and younger are wanted back.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<InboxContent> OpenAsync(TimeSpan recent, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a message, and its outcome with it where that is known by the time the message is written: a handler that is quick
    /// costs one commit.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="run">Its first run, which has begun; null where it waits for an earlier message of its conversation.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    ValueTask<InboxResult> AcceptAsync(InboxMessage message, Task<Outcome>? run, CancellationToken cancellationToken);

    /// <summary>Begins another run of an accepted message, so that its runs are counted even where they end the process.</summary>
    /// <param name="key">The message.</param>
    /// <param name="fence">The number of the last run; 0 where none has begun.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    ValueTask<InboxResult> BeginAsync(MessageKey key, long fence, CancellationToken cancellationToken);

    /// <summary>Commits the outcome of a run, its effects and its outbox rows in one transaction.</summary>
    /// <param name="key">The message.</param>
    /// <param name="fence">The number of the run.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    ValueTask<InboxResult> CompleteAsync(MessageKey key, long fence, Outcome outcome, CancellationToken cancellationToken);

    /// <summary>Writes down that a <see cref="HandOver.Waiting"/> answer went out passively.</summary>
    ValueTask HandOverAsync(MessageKey key, CancellationToken cancellationToken);

    /// <summary>Makes a dead letter a pending message again, as a person asked; null where it is none, or its payload is deleted.</summary>
    ValueTask<PendingMessage?> ReopenAsync(MessageKey key, CancellationToken cancellationToken);
}
