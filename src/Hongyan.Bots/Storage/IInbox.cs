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

    /// <summary>
    /// Whether other processes use it too. Then a message is accepted before its handler starts, because another process may have it already,
    /// and the inbox itself keeps the order of a conversation: <see cref="BeginAsync"/> ends when it is the message's turn.
    /// </summary>
    bool IsShared => false;

    /// <summary>Opens the inbox for this process, which takes over whatever an earlier one left running.</summary>
    /// <param name="recent">Answers of this age and younger are wanted back.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<InboxContent> OpenAsync(TimeSpan recent, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a message, and its outcome with it where that is known by the time the message is written: a handler that is quick
    /// costs one commit.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="run">Its first run, which has begun; null where it waits for an earlier message of its conversation, or the inbox is shared.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <returns>Of a shared inbox, <see cref="InboxStatus.Accepted"/> means that its run begins now.</returns>
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

    /// <summary>Waits for the outcome of a message that another process runs.</summary>
    /// <param name="key">The message.</param>
    /// <param name="conversation">Whose it is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Its answer, and <see cref="InboxStatus.Known"/>.</returns>
    ValueTask<InboxResult> FollowAsync(MessageKey key, UserRef conversation, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Looks how far a message has got that another process may have accepted.</summary>
    /// <returns><see cref="InboxStatus.Elsewhere"/> while it has no outcome, else <see cref="InboxStatus.Known"/>; null where nobody knows it.</returns>
    ValueTask<InboxResult?> FindAsync(MessageKey key, CancellationToken cancellationToken) => new((InboxResult?)null);

    /// <summary>
    /// Waits for a message that another process left without an outcome: it is this one's to run now. A message of an account that is not
    /// in <see cref="BotRegistry"/> is left to a process that has it.
    /// </summary>
    ValueTask<PendingMessage> TakeOverAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Finds the oldest answer to a person that is <see cref="HandOver.Waiting"/>, whichever process made it.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="before">It was there at this time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null where none waits, or the inbox is not shared: then this process knows all of them.</returns>
    ValueTask<StoredAnswer?> FindWaitingAsync(UserRef person, DateTimeOffset before, CancellationToken cancellationToken) => new((StoredAnswer?)null);
}
