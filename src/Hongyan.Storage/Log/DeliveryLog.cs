using System.Text;
using Hongyan.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Storage.Log;

/// <summary>What people look at: inbox, outbox and dead letters, read beside the writer and never in its way.</summary>
public sealed class DeliveryLog
{
    private const string Escape = "\\";

    private readonly Func<StorageContext> _open;
    private readonly PayloadProtector _protector;

    internal DeliveryLog(Func<StorageContext> open, PayloadProtector protector)
    {
        _open = open;
        _protector = protector;
    }

    /// <summary>Messages of the inbox, the newest first.</summary>
    public async Task<IReadOnlyList<InboxItem>> ListInboxAsync(InboxFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        var rows = context.Inbox.AsNoTracking();
        if (filter.Account is not null)
            rows = rows.Where(row => row.Account == filter.Account);
        if (filter.Person is not null)
            rows = rows.Where(row => row.Person == filter.Person);
        // The index holds what is not done, and is used only where the question says so.
        if (filter.State is { } state)
            rows = state == InboxState.Done ? rows.Where(row => row.State == state) : rows.Where(row => row.State != InboxState.Done && row.State == state);
        if (filter.From?.ToUnixTimeMilliseconds() is { } from)
            rows = rows.Where(row => row.ReceivedAt >= from);
        if (filter.To?.ToUnixTimeMilliseconds() is { } to)
            rows = rows.Where(row => row.ReceivedAt < to);
        if (filter.Failure is { } failure)
#pragma warning disable CA1304, CA1311 // SQL, which has one lower().
            rows = rows.Where(row => row.State != InboxState.Done && EF.Functions.Like(row.Failure!.ToLower(), Containing(failure), Escape));
#pragma warning restore CA1304, CA1311
        if (filter.Before is { } before)
            rows = rows.Where(row => row.Id < before);
        var found = await rows.OrderByDescending(row => row.Id).Take(filter.Most).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(ToItem)];
    }

    /// <summary>A message of the inbox with what was written and answered; null where it is deleted.</summary>
    public async Task<InboxDetail?> FindInboxAsync(long id, CancellationToken cancellationToken = default)
    {
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        if (await context.Inbox.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false) is not { } row)
            return null;
        return new InboxDetail(ToItem(row), Text(row.Raw), AnswerOf(row), await ListSentAsync([id], cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What messages of the inbox caused to be sent, the oldest first.</summary>
    public async Task<IReadOnlyList<OutboxItem>> ListSentAsync(IReadOnlyCollection<long> inboxIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inboxIds);
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        var causes = inboxIds.Select(id => (long?)id).ToList();
        var rows = await context.Outbox.AsNoTracking().Where(message => causes.Contains(message.InboxId)).OrderBy(message => message.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(ToItem)];
    }

    /// <summary>Messages of the outbox, the newest first.</summary>
    public async Task<IReadOnlyList<OutboxItem>> ListOutboxAsync(OutboxFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        var rows = context.Outbox.AsNoTracking();
        if (filter.Account is not null)
            rows = rows.Where(row => row.Account == filter.Account);
        if (filter.Person is not null)
            rows = rows.Where(row => row.Person == filter.Person);
        if (filter.State is { } state)
            rows = rows.Where(row => row.State == state);
        if (filter.From?.ToUnixTimeMilliseconds() is { } from)
            rows = rows.Where(row => row.CreatedAt >= from);
        if (filter.To?.ToUnixTimeMilliseconds() is { } to)
            rows = rows.Where(row => row.CreatedAt < to);
        if (filter.Error is { } error)
#pragma warning disable CA1304, CA1311 // SQL, which has one lower().
            rows = rows.Where(row => EF.Functions.Like(row.Error!.ToLower(), Containing(error), Escape));
#pragma warning restore CA1304, CA1311
        if (filter.Before is { } before)
            rows = rows.Where(row => row.Id < before);
        var found = await rows.OrderByDescending(row => row.Id).Take(filter.Most).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(ToItem)];
    }

    /// <summary>A message of the outbox, without what is written in it; null where it is deleted.</summary>
    public async Task<OutboxItem?> FindOutboxAsync(long id, CancellationToken cancellationToken = default)
    {
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        return await context.Outbox.AsNoTracking().FirstOrDefaultAsync(message => message.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? ToItem(row) : null;
    }

    /// <summary>What a message of the outbox says; null where it is deleted.</summary>
    public async Task<Reply?> FindContentAsync(long outboxId, CancellationToken cancellationToken = default)
    {
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        var row = await context.Outbox.AsNoTracking().FirstOrDefaultAsync(message => message.Id == outboxId, cancellationToken).ConfigureAwait(false);
        return row?.Content is { } content ? ReplyJson.Read(row.Kind, _protector.Unprotect(content)) : null;
    }

    /// <summary>How much there is to do.</summary>
    public async Task<DeliveryCounts> CountAsync(CancellationToken cancellationToken = default)
    {
        var context = _open();
        await using var _ = context.ConfigureAwait(false);
        var unfinished = context.Inbox.Where(row => row.State != InboxState.Done);
        var open = context.Outbox.Where(row => row.State < OutboxState.Sent);
        var oldest = await open.MinAsync(row => (long?)row.CreatedAt, cancellationToken).ConfigureAwait(false);
        return new DeliveryCounts(
            await unfinished.CountAsync(row => row.State == InboxState.Pending, cancellationToken).ConfigureAwait(false),
            await unfinished.CountAsync(row => row.State == InboxState.Dead, cancellationToken).ConfigureAwait(false),
            await context.Inbox.CountAsync(row => row.HandOver == HandOver.Waiting, cancellationToken).ConfigureAwait(false),
            await open.CountAsync(cancellationToken).ConfigureAwait(false),
            oldest is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(oldest.Value),
            await context.Outbox.CountAsync(row => row.State == OutboxState.Unknown, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The pattern for a text somewhere in another, in which the pattern's own signs mean nothing.</summary>
#pragma warning disable CA1308 // The database compares in lower case, because not every one has a comparison without case.
    private static string Containing(string text) =>
        $"%{text.ToLowerInvariant().Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal)}%";
#pragma warning restore CA1308

    private string? AnswerOf(InboxRow row) =>
        Text(row.Answer) ?? (row.State == InboxState.Done && _protector.UnprotectSecond(row.Raw) is { Length: > 0 } answer ? Encoding.UTF8.GetString(answer) : null);

    private string? Text(byte[]? payload) => payload is null ? null : Encoding.UTF8.GetString(_protector.Unprotect(payload));

    private static InboxItem ToItem(InboxRow row) => new(
        row.Id, MessageKey.FromHash(row.Account, row.Hash), new UserRef(row.Account, row.Person), row.Kind, Time(row.ReceivedAt), row.State, row.Fence, row.HandOver,
        row.FinishedAt is { } finished ? Time(finished) : null, row.Failure, row.State == InboxState.Dead && row.Raw is not null);

    private static OutboxItem ToItem(OutboxRow row) => new(
        row.Id, new UserRef(row.Account, row.Person), row.Kind, Time(row.CreatedAt), row.State, row.Attempts, Time(row.NotBefore),
        row.ErrorCode, row.Error, row.MessageId, row.FinishedAt is { } finished ? Time(finished) : null, row.InboxId);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
