using Hongyan.Storage.Writing;

namespace Hongyan.Storage.Sqlite;

/// <summary>The inbox in SQLite.</summary>
/// <remarks>One process holds the file, so a run needs no lease that expires: what is pending when the file is opened was left behind.</remarks>
internal sealed class SqliteInbox(SqliteWriter writer, InboxReader reader, SqliteOutbox outbox, PayloadProtector protector, TimeProvider time) : IInbox
{
    public bool IsDurable => true;

    public async ValueTask<InboxContent> OpenAsync(TimeSpan recent, CancellationToken cancellationToken) =>
        new(await reader.ReadPendingAsync(cancellationToken).ConfigureAwait(false), await reader.ReadAnsweredAsync(time.GetUtcNow() - recent, cancellationToken).ConfigureAwait(false));

    public ValueTask<InboxResult> AcceptAsync(InboxMessage message, Task<Outcome>? run, CancellationToken cancellationToken)
    {
        // Most handlers have answered by now. A dead letter may be run again, and then its answer is another one.
        var isWhole = run is { IsCompletedSuccessfully: true, Result: { Failure: null, Effects.Count: 0, Answer.IsEmpty: false } };
        var raw = isWhole ? protector.Rent(message.Raw, run!.Result.Answer) : protector.Rent(message.Raw);
        return new(writer.WriteAsync(new Acceptance(this, message, raw, isWhole, run), cancellationToken));
    }

    public async ValueTask<InboxResult> BeginAsync(MessageKey key, long fence, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session => session.Inbox.Begin(key, fence), cancellationToken).ConfigureAwait(false);

    public async ValueTask<InboxResult> CompleteAsync(MessageKey key, long fence, Outcome outcome, CancellationToken cancellationToken) =>
        Tell(await writer.WriteAsync(session => session.Inbox.Complete(key, fence, outcome), cancellationToken).ConfigureAwait(false), outcome);

    public async ValueTask HandOverAsync(MessageKey key, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session =>
        {
            session.Inbox.HandedOver(key);
            return true;
        }, cancellationToken).ConfigureAwait(false);

    public async ValueTask<PendingMessage?> ReopenAsync(MessageKey key, CancellationToken cancellationToken)
    {
        // First what may fail or be cancelled: one that is pending and that nobody runs would wait for the next process.
        var dead = await reader.FindDeadAsync(key, cancellationToken).ConfigureAwait(false);
        return dead is not null && await writer.WriteAsync(session => session.Inbox.Reopen(key), CancellationToken.None).ConfigureAwait(false) ? dead : null;
    }

    /// <summary>Wakes whoever has something to do now that it is committed.</summary>
    private InboxResult Tell(InboxResult result, Outcome? outcome)
    {
        if (result.Status != InboxStatus.Completed || outcome is null)
            return result;
        if (result.HandOver == HandOver.Active || outcome.Sends.Count > 0 || outcome.Effects.Count > 0 || outcome.Continuation is not null)
            outbox.Wake();
        return result;
    }

    /// <summary>
    /// A message that is written. One object and no closure, because every message makes one; and whoever waits for it goes on with nothing
    /// that takes long, so all of a commit go on one after the other, which saves a change of thread for each.
    /// </summary>
    private sealed class Acceptance(SqliteInbox inbox, InboxMessage message, RentedPayload raw, bool isWhole, Task<Outcome>? run)
        : WriteOperation<SqliteSession, InboxResult>(conversation: null, TaskCreationOptions.None)
    {
        private Outcome? _outcome;

        public override void Succeed()
        {
            raw.Dispose();
            inbox.Tell(Value, _outcome);
            base.Succeed();
        }

        public override void Fail(Exception failure)
        {
            raw.Dispose();
            base.Fail(failure);
        }

        protected override InboxResult Write(SqliteSession session)
        {
            // The handler has been running since before this was asked for; by now it may be done.
            _outcome = run is { IsCompletedSuccessfully: true } ? run.Result : null;
            return session.Inbox.Accept(message, raw, isWhole, _outcome, run is not null);
        }
    }
}
