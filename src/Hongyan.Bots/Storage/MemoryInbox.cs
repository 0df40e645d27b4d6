namespace Hongyan.Storage;

/// <summary>
/// The inbox of a process without a store: it accepts everything and remembers nothing, because the deliveries themselves are in memory.
/// Outbox and dialogs get what an outcome has for them.
/// </summary>
internal sealed class MemoryInbox(MemoryOutbox outbox, MemoryDialogs dialogs) : IInbox
{
    public bool IsDurable => false;

    public ValueTask<InboxContent> OpenAsync(TimeSpan recent, CancellationToken cancellationToken) => new(InboxContent.Empty);

    public ValueTask<InboxResult> AcceptAsync(InboxMessage message, Task<Outcome>? run, CancellationToken cancellationToken) =>
        new(run is { IsCompletedSuccessfully: true } ? Complete(run.Result, fence: 1) : new InboxResult(InboxStatus.Accepted, run is null ? 0 : 1));

    public ValueTask<InboxResult> BeginAsync(MessageKey key, long fence, CancellationToken cancellationToken) => new(new InboxResult(InboxStatus.Accepted, fence + 1));

    public ValueTask<InboxResult> CompleteAsync(MessageKey key, long fence, Outcome outcome, CancellationToken cancellationToken) => new(Complete(outcome, fence));

    public ValueTask HandOverAsync(MessageKey key, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<PendingMessage?> ReopenAsync(MessageKey key, CancellationToken cancellationToken) => new((PendingMessage?)null);

    private InboxResult Complete(Outcome outcome, long fence)
    {
        var handOver = outcome.Decide(outcome);
        if (outcome.Dialog is { } change)
            dialogs.Apply(change);
        if (outcome.Sends.Count > 0)
            outbox.Add(outcome.Sends);
        if (handOver == HandOver.Active)
            outbox.Add([outcome.LateAnswer!]);
        if (handOver == HandOver.Passive && outcome.Continuation is { } rest)
            outbox.Add([rest]);
        return new InboxResult(InboxStatus.Completed, fence) { HandOver = handOver };
    }
}
