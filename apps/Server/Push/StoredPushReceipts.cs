using System.Globalization;
using Hongyan.Hub.Audit;
using Hongyan.Storage;

namespace Hongyan.Server.Push;

/// <summary>Receipts in the store: one transaction with the outbox and the audit, so that a repeated push is not sent twice over a restart either.</summary>
internal sealed class StoredPushReceipts(IStore store, TimeProvider time, AuditTrail? audit) : IPushReceipts, IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.WriteAsync(
        db =>
        {
            // No migration, because nothing has to outlive a day. Of nodes that start together one fails here, and the store does it once more,
            // when the table is there. A version that needs other columns gives the table another name.
            db.Execute($"create table if not exists push_receipts (Owner text not null, Word text not null, At bigint not null, Fingerprint text not null, Status integer not null, Answer text not null, primary key (Owner, Word))");
            db.Execute($"create index if not exists push_receipts_at on push_receipts (At)");
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<PushReceipt?> BeginAsync(
        PushClaim? claim, PushAnswer? answer, IReadOnlyList<OutgoingMessage> messages, AuditEntry entry, CancellationToken cancellationToken)
    {
        PushReceipt? earlier = null;
        await store.WriteAsync(db =>
        {
            earlier = claim is null || Remember(db, claim, answer) ? null : Find(db, claim);
            if (earlier is not null)
                return;
            foreach (var message in messages)
                db.Send(message);
            audit?.Write(db, entry);
        }, cancellationToken);
        return earlier;
    }

    public Task FinishAsync(PushClaim claim, PushAnswer? answer, CancellationToken cancellationToken) => store.WriteAsync(db =>
    {
        if (answer is null)
            db.Execute($"delete from push_receipts where Owner = {claim.Key} and Word = {claim.Word}");
        else
            db.Execute($"update push_receipts set Status = {answer.Status}, Answer = {answer.Json} where Owner = {claim.Key} and Word = {claim.Word}");
    }, cancellationToken);

    private static PushReceipt? Find(StoreTransaction db, PushClaim claim)
    {
        if (db.Scalar($"select Fingerprint from push_receipts where Owner = {claim.Key} and Word = {claim.Word}") is not string fingerprint)
            return null;
        var status = Convert.ToInt32(db.Scalar($"select Status from push_receipts where Owner = {claim.Key} and Word = {claim.Word}"), CultureInfo.InvariantCulture);
        var json = (string)db.Scalar($"select Answer from push_receipts where Owner = {claim.Key} and Word = {claim.Word}")!;
        return new PushReceipt(fingerprint, status == 0 ? null : new PushAnswer(status, json));
    }

    /// <summary>Whether this is the first of its name: another process may ask at the same moment, and the database decides.</summary>
    private bool Remember(StoreTransaction db, PushClaim claim, PushAnswer? answer)
    {
        var now = time.GetUtcNow();
        db.Execute($"delete from push_receipts where At < {(now - MemoryPushReceipts.Lifetime).ToUnixTimeMilliseconds()}");
        return db.Execute($"""
            insert into push_receipts (Owner, Word, At, Fingerprint, Status, Answer)
            values ({claim.Key}, {claim.Word}, {now.ToUnixTimeMilliseconds()}, {claim.Fingerprint}, {answer?.Status ?? 0}, {answer?.Json ?? ""})
            on conflict do nothing
            """) == 1;
    }
}
