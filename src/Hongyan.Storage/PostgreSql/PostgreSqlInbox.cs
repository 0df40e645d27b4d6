using System.Data.Common;
using System.Security.Cryptography;
using System.Threading.Channels;
using Hongyan.Storage.Schema;
using Hongyan.Storage.Writing;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The inbox in PostgreSQL, which several processes share.</summary>
internal sealed class PostgreSqlInbox(
    PostgreSqlWriter writer, PostgreSqlDatabase database, InboxReader reader, PostgreSqlOutbox outbox, PayloadProtector protector,
    ConversationSignals signals, StoreClock clock, IOptions<PostgreSqlStoreOptions> options, TimeProvider time) : IInbox
{
    /// <summary>An answer that is there since longer than this from now was there before the database's clock was set back.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private readonly RunningMessages _runs = new();
    private readonly Channel<PendingMessage> _left = Channel.CreateUnbounded<PendingMessage>();

    public bool IsDurable => true;

    public bool IsShared => true;

    /// <summary>Whether this process runs a message, or has it in its queue.</summary>
    public bool Runs(MessageKey key) => _runs.Contains(key);

    public async ValueTask<InboxContent> OpenAsync(TimeSpan recent, CancellationToken cancellationToken) =>
        // What others left comes by TakeOverAsync, then and later.
        new([], await reader.ReadAnsweredAsync(time.GetUtcNow() - recent, cancellationToken).ConfigureAwait(false));

    public async ValueTask<InboxResult> AcceptAsync(InboxMessage message, Task<Outcome>? run, CancellationToken cancellationToken)
    {
        var raw = protector.Protect(message.Raw);
        var conversation = ConversationLock.Of(message.Key, message.Conversation);
        _runs.Add(message.Key, conversation);
        var isOwn = false;
        try
        {
            var result = await writer.WriteAsync(session => session.Inbox.Accept(message, raw), cancellationToken, conversation).ConfigureAwait(false);
            isOwn = result.Status is InboxStatus.Accepted or InboxStatus.Queued;
            return result;
        }
        finally
        {
            if (!isOwn)
                _runs.Remove(message.Key);
        }
    }

    public async ValueTask<InboxResult> BeginAsync(MessageKey key, long fence, CancellationToken cancellationToken)
    {
        if (!_runs.TryGetConversation(key, out var conversation))
            return new InboxResult(InboxStatus.LeaseLost, fence);
        while (true)
        {
            var turn = signals.NextAsync(conversation);
            var result = await writer.WriteAsync(session => session.Inbox.Begin(key, fence), cancellationToken, conversation).ConfigureAwait(false);
            if (result.Status != InboxStatus.Queued)
                return Release(key, conversation, result);
            await WaitAsync(turn, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<InboxResult> CompleteAsync(MessageKey key, long fence, Outcome outcome, CancellationToken cancellationToken)
    {
        if (!_runs.TryGetConversation(key, out var conversation))
            return new InboxResult(InboxStatus.LeaseLost, fence);
        var result = await writer.WriteAsync(session => session.Inbox.Complete(key, fence, outcome), cancellationToken, conversation).ConfigureAwait(false);
        if (result.Status == InboxStatus.Completed
            && (result.HandOver == HandOver.Active || outcome.Sends.Count > 0 || outcome.Effects.Count > 0 || outcome.Continuation is not null))
        {
            outbox.Wake();
        }
        return Release(key, conversation, result);
    }

    public async ValueTask<InboxResult> FollowAsync(MessageKey key, UserRef person, CancellationToken cancellationToken)
    {
        var conversation = ConversationLock.Of(key, person);
        while (true)
        {
            var next = signals.NextAsync(conversation);
            // One that was deleted meanwhile has an answer that nobody asks for any more.
            var found = await FindAsync(key, cancellationToken).ConfigureAwait(false) ?? new InboxResult(InboxStatus.Known, 0);
            if (found.Status == InboxStatus.Known)
            {
                signals.Set(conversation);
                return found;
            }
            await WaitAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<InboxResult?> FindAsync(MessageKey key, CancellationToken cancellationToken)
    {
        var hash = new byte[32];
        key.CopyHashTo(hash);
        return (InboxResult?)await ReadAsync(
            $"select State, HandOver, Fence, {AnswerColumns.Sql} from bots_inbox where Hash = @hash and Account = @account",
            command => command.With("hash", hash).With("account", key.Account),
            row => (object)new InboxResult((InboxState)row.GetInt32(0) == InboxState.Pending ? InboxStatus.Elsewhere : InboxStatus.Known, row.GetInt64(2))
            {
                HandOver = (HandOver)row.GetInt32(1),
                StoredAnswer = row.ReadAnswer(3, protector),
            }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<StoredAnswer?> FindWaitingAsync(UserRef person, DateTimeOffset before, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {InboxReader.AnsweredColumns} from bots_inbox
            where HandOver = 3 and Account = @account and Person = @person and (FinishedAt <= @before or FinishedAt > @soon) order by Id limit 1
            """;
        return await ReadAsync(
            Sql, command => command.With("account", person.Account).With("person", PostgreSqlText.Storable(person.Id))
                .With("before", clock.ToStore(before)).With("soon", clock.ToStore(time.GetUtcNow() + ClocksDiffer)),
            reader.ReadAnswer, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask HandOverAsync(MessageKey key, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session =>
        {
            session.Inbox.HandedOver(key);
            return true;
        }, cancellationToken).ConfigureAwait(false);

    public async ValueTask<PendingMessage?> ReopenAsync(MessageKey key, CancellationToken cancellationToken)
    {
        // First what may fail or be cancelled: one that is pending and that nobody runs would wait for another process.
        if (await reader.FindDeadAsync(key, cancellationToken).ConfigureAwait(false) is not { } dead)
            return null;
        _runs.Add(key, ConversationLock.Of(key, dead.Message.Conversation));
        var isOpen = false;
        try
        {
            isOpen = await writer.WriteAsync(session => session.Inbox.Reopen(key), CancellationToken.None).ConfigureAwait(false);
            return isOpen ? dead : null;
        }
        finally
        {
            if (!isOpen)
                _runs.Remove(key);
        }
    }

    public async ValueTask<PendingMessage> TakeOverAsync(CancellationToken cancellationToken) => await _left.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Takes messages that nobody runs.</summary>
    /// <exception cref="CryptographicException">They were encrypted with other keys.</exception>
    public void Adopt(IReadOnlyList<Func<PendingMessage>> left)
    {
        foreach (var pending in left.Select(read => read()))
        {
            if (_runs.TryAdd(pending.Message.Key, ConversationLock.Of(pending.Message.Key, pending.Message.Conversation)))
                _left.Writer.TryWrite(pending);
        }
    }

    /// <summary>Where a run has ended, its conversation's next message may begin.</summary>
    private InboxResult Release(MessageKey key, long conversation, InboxResult result)
    {
        if (result.Status is InboxStatus.Accepted or InboxStatus.EffectFailed)
            return result;
        _runs.Remove(key);
        signals.Set(conversation);
        return result;
    }

    private async Task WaitAsync(Task signal, CancellationToken cancellationToken)
    {
        try
        {
            // Not by the process's clock, which a test may hold: what is waited for is another process.
            await signal.WaitAsync(options.Value.Poll, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The database may have told us nothing; then we look by ourselves.
        }
    }

    private async Task<T?> ReadAsync<T>(string sql, Func<DbCommand, DbCommand> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            var command = parameters(connection.CreateCommand());
            await using var __ = command.ConfigureAwait(false);
#pragma warning disable CA2100 // The texts are constants of this class.
            command.CommandText = sql;
#pragma warning restore CA2100
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ___ = row.ConfigureAwait(false);
            return await row.ReadAsync(cancellationToken).ConfigureAwait(false) ? read(row) : null;
        }
        catch (DbException failure)
        {
            throw new StoreUnavailableException($"The database cannot be read: {failure.Message}", failure);
        }
    }
}
