namespace Hongyan.Storage.Writing;

/// <summary>Deletes what is old, once an hour: what people wrote, first of all.</summary>
internal sealed class StoreRetention(Func<CancellationToken, Task> clean) : IPeriodicWork
{
    private const int DeletedAtOnce = 1000;

    public string Name => "store.retention";

    public TimeSpan Interval { get; } = TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellationToken) => clean(cancellationToken);

    public static async Task CleanAsync<TSession>(StoreWriter<TSession> writer, TimeSpan keepFor, CancellationToken cancellationToken)
        where TSession : StoreSession
    {
        int deleted;
        do
        {
            // A little at a time, so that messages get their turn in between.
            deleted = await writer.WriteAsync(session =>
            {
                var old = session.Now - (long)keepFor.TotalMilliseconds;
                var db = new StoreTransaction(session.Transaction);
                return db.Execute($"delete from bots_inbox where Id in (select Id from bots_inbox where State = 1 and ReceivedAt < {old} order by Id limit {DeletedAtOnce})")
                    + db.Execute($"update bots_inbox set Raw = null, Answer = null where State <> 1 and State = 2 and ReceivedAt < {old} and Raw is not null")
                    + db.Execute($"delete from bots_outbox where Id in (select Id from bots_outbox where State >= 2 and FinishedAt < {old} order by Id limit {DeletedAtOnce})")
                    + db.Execute($"delete from bots_dialogs where ExpiresAt < {old}");
            }, cancellationToken).ConfigureAwait(false);
        }
        while (deleted >= DeletedAtOnce);
    }
}
