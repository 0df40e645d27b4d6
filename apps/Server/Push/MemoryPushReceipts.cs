using Hongyan.Hub.Audit;
using Hongyan.Storage;

namespace Hongyan.Server.Push;

/// <summary>Receipts of a process without a store: gone with it.</summary>
internal sealed class MemoryPushReceipts(IOutbox outbox, TimeProvider time, AuditTrail? audit) : IPushReceipts
{
    /// <summary>How long a request is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string), (DateTimeOffset At, PushReceipt Receipt)> _receipts = [];

    public async Task<PushReceipt?> BeginAsync(
        PushClaim? claim, PushAnswer? answer, IReadOnlyList<OutgoingMessage> messages, AuditEntry entry, CancellationToken cancellationToken)
    {
        if (claim is not null && FindOrRemember(claim, answer) is { } earlier)
            return earlier;
        if (audit is not null)
            await audit.WriteAsync(entry, cancellationToken);
        if (messages.Count > 0)
            await outbox.AddAsync(messages, cancellationToken);
        return null;
    }

    public Task FinishAsync(PushClaim claim, PushAnswer? answer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (answer is null)
                _receipts.Remove((claim.Key, claim.Word));
            else
                _receipts[(claim.Key, claim.Word)] = (time.GetUtcNow(), new PushReceipt(claim.Fingerprint, answer));
        }
        return Task.CompletedTask;
    }

    private PushReceipt? FindOrRemember(PushClaim claim, PushAnswer? answer)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var old in _receipts.Where(pair => pair.Value.At + Lifetime < now).Select(pair => pair.Key).ToList())
                _receipts.Remove(old);
            if (_receipts.TryGetValue((claim.Key, claim.Word), out var known))
                return known.Receipt;
            _receipts[(claim.Key, claim.Word)] = (now, new PushReceipt(claim.Fingerprint, answer));
            return null;
        }
    }
}
