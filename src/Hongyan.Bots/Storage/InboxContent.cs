namespace Hongyan.Storage;

/// <summary>What a process that starts has to know of the inbox.</summary>
/// <param name="Pending">Messages without an outcome, in the order they were accepted.</param>
/// <param name="Answered">Answers that a redelivery may still ask for, and those that are <see cref="HandOver.Waiting"/>.</param>
public sealed record InboxContent(IReadOnlyList<PendingMessage> Pending, IReadOnlyList<StoredAnswer> Answered)
{
    /// <summary>Nothing to do and nothing to remember.</summary>
    public static InboxContent Empty { get; } = new([], []);
}
