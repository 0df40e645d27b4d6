namespace Hongyan.Storage;

/// <summary>What became of a message: its answer, and everything that is committed together with it.</summary>
public sealed class Outcome
{
    /// <summary>The plaintext of the passive reply; empty where nothing is answered.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>The answer as an active message, for when nobody waits for the passive one any more; null where it cannot be sent so.</summary>
    public OutgoingMessage? LateAnswer { get; init; }

    /// <summary>What <see cref="LateAnswer"/> cannot carry, such as <c>2 pictures</c>, for the log; null mostly.</summary>
    internal string? LeftBehind { get; init; }

    /// <summary>What goes on after a passive answer that is too long for one message; it leaves only where the answer went out so. Null mostly.</summary>
    public OutgoingMessage? Continuation { get; init; }

    /// <summary>Messages that leave beside the answer, in this order.</summary>
    public IReadOnlyList<OutgoingMessage> Sends { get; init; } = [];

    /// <summary>What the handler wants committed with its outcome, in this order.</summary>
    public IReadOnlyList<Action<StoreTransaction>> Effects { get; init; } = [];

    /// <summary>How the person's dialog goes on; null leaves it as it is.</summary>
    public DialogChange? Dialog { get; init; }

    /// <summary>A message whose waiting answer this one takes along; null mostly.</summary>
    public MessageKey? Takes { get; init; }

    /// <summary>What went wrong, in the words of the exception; the message is then a dead letter. Null where nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// Says which way the answer takes. A store asks while it writes the outcome, as late as it can, and again when it has to write
    /// once more.
    /// </summary>
    public required Func<Outcome, HandOver> Decide { get; init; }
}
