using Hongyan.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>What is written to and read from the inbox inside a transaction of the writer.</summary>
internal sealed class InboxStatements(SqliteSession session, SqliteConnection connection, PayloadProtector protector) : IDisposable
{
    private const string Effects = "effects";
    private const int LongestFailure = 8000;

    private readonly PreparedStatement _insert = new(connection, 12, """
        insert into bots_inbox (Account, Hash, Person, Kind, ReceivedAt, State, Fence, HandOver, Raw, Answer, FinishedAt, Failure)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing
        """);

    private readonly PreparedStatement _find = new(connection, 2, """
        select Id, State, Fence, HandOver, Answer from bots_inbox where Hash = $1 and Account = $2
        """);

    private readonly PreparedStatement _begin = new(connection, 3, """
        update bots_inbox set Fence = Fence + 1 where Hash = $1 and Account = $2 and Fence = $3 and State = 0
        """);

    private readonly PreparedStatement _complete = new(connection, 6, """
        update bots_inbox set State = $2, HandOver = $3, Answer = $4, FinishedAt = $5, Failure = $6 where Id = $1
        """);

    private readonly PreparedStatement _handOver = new(connection, 2, """
        update bots_inbox set HandOver = 1 where Hash = $1 and Account = $2 and HandOver = 3
        """);

    private readonly PreparedStatement _reopen = new(connection, 2, """
        update bots_inbox set State = 0, Fence = 0, HandOver = 0, Answer = null, FinishedAt = null, Failure = null
        where Hash = $1 and Account = $2 and State = 2 and Raw is not null
        """);

    /// <summary>Writes a message, and its outcome where that is known.</summary>
    public InboxResult Accept(InboxMessage message, byte[]? raw, Outcome? outcome, bool isRunning)
    {
        var fence = isRunning ? 1L : 0L;
        // Effects may fail, so the message has to be there before them.
        var completesAtOnce = outcome is { Effects.Count: 0 };
        var handOver = completesAtOnce ? outcome!.Decide(outcome) : HandOver.None;
        var inserted = _insert.Execute(message.Key.Account, Hash(message.Key), message.Conversation.Id, message.Kind, message.ReceivedAt.ToUnixTimeMilliseconds(),
            (int)(completesAtOnce ? StateOf(outcome!) : InboxState.Pending), fence, (int)handOver, raw,
            completesAtOnce ? protector.Protect(outcome!.Answer) : null, completesAtOnce ? session.Now : null, Failure(outcome));
        if (inserted == 0)
            return Meet(message.Key, isRunning);
        if (completesAtOnce)
            return WriteRest(LastId(), fence, outcome!, handOver);
        return outcome is null ? new InboxResult(InboxStatus.Accepted, fence) : Complete(message.Key, fence, outcome);
    }

    /// <summary>Counts another run.</summary>
    public InboxResult Begin(MessageKey key, long fence)
    {
        if (_begin.Execute(Hash(key), key.Account, fence) == 1)
            return new InboxResult(InboxStatus.Accepted, fence + 1);
        return Refuse(Find(key), fence);
    }

    /// <summary>Writes the outcome of a run, unless another one has taken over.</summary>
    public InboxResult Complete(MessageKey key, long fence, Outcome outcome)
    {
        var row = Find(key);
        if (row is not { State: InboxState.Pending } || row.Fence != fence)
            return Refuse(row, fence);
        if (RunEffects(outcome, row.Id) is { } failure)
            return new InboxResult(InboxStatus.EffectFailed, fence) { Failure = failure };

        var handOver = outcome.Decide(outcome);
        _complete.Execute(row.Id, (int)StateOf(outcome), (int)handOver, protector.Protect(outcome.Answer), session.Now, Failure(outcome));
        return WriteRest(row.Id, fence, outcome, handOver);
    }

    /// <summary>Writes down that somebody took a waiting answer along.</summary>
    public void HandedOver(MessageKey key) => _handOver.Execute(Hash(key), key.Account);

    /// <summary>Makes a dead letter pending.</summary>
    /// <returns>False where it is none, or its payload is deleted.</returns>
    public bool Reopen(MessageKey key) => _reopen.Execute(Hash(key), key.Account) == 1;

    public void Dispose()
    {
        foreach (var statement in new[] { _insert, _find, _begin, _complete, _handOver, _reopen })
            statement.Dispose();
    }

    private static byte[] Hash(MessageKey key)
    {
        var hash = new byte[32];
        key.CopyHashTo(hash);
        return hash;
    }

    private static InboxState StateOf(Outcome outcome) => outcome.Failure is null ? InboxState.Done : InboxState.Dead;

    private static string? Failure(Outcome? outcome) => outcome?.Failure is { Length: > LongestFailure } failure ? failure[..LongestFailure] : outcome?.Failure;

    private static InboxResult Refuse(FoundRow? row, long fence) => row is null or { State: InboxState.Pending }
        ? new InboxResult(InboxStatus.LeaseLost, fence)
        : new InboxResult(InboxStatus.Known, fence) { HandOver = row.HandOver, StoredAnswer = row.Answer };

    /// <summary>The message is there already: completed long ago, or left without an outcome by a run that could not write it.</summary>
    private InboxResult Meet(MessageKey key, bool isRunning)
    {
        var row = Find(key) ?? throw new InvalidOperationException("The message is neither new nor known.");
        if (row.State != InboxState.Pending)
            return Refuse(row, row.Fence);
        return isRunning ? Begin(key, row.Fence) : new InboxResult(InboxStatus.Accepted, row.Fence);
    }

    private InboxResult WriteRest(long id, long fence, Outcome outcome, HandOver handOver)
    {
        if (outcome.Takes is { } source)
            HandedOver(source);
        if (outcome.Dialog is { } dialog)
            session.Dialogs.Write(dialog);
        foreach (var message in outcome.Sends)
            session.Outbox.Add(message, id);
        if (handOver == HandOver.Active)
            session.Outbox.Add(outcome.LateAnswer!, id);
        if (handOver == HandOver.Passive && outcome.Continuation is { } rest)
            session.Outbox.Add(rest, id);
        return new InboxResult(InboxStatus.Completed, fence) { HandOver = handOver };
    }

    private Exception? RunEffects(Outcome outcome, long id)
    {
        if (outcome.Effects.Count == 0)
            return null;
        session.Transaction.Save(Effects);
        try
        {
            var transaction = new StoreTransaction(session.Transaction, message => session.Outbox.Add(message, id));
            foreach (var effect in outcome.Effects)
                effect(transaction);
            session.Transaction.Release(Effects);
            return null;
        }
#pragma warning disable CA1031 // The handler's own code: whatever it throws is this message's failure, and no other's.
        catch (Exception failure) when (!IsOfTheStore(failure))
#pragma warning restore CA1031
        {
            session.Transaction.Rollback(Effects);
            return failure;
        }
    }

    /// <summary>Busy, locked, out of memory, read-only, broken disk, corrupt, full, cannot open: nobody's message is to blame.</summary>
    private static bool IsOfTheStore(Exception failure) => failure is SqliteException { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 26 };

    private FoundRow? Find(MessageKey key)
    {
        using var reader = _find.Query(session.Transaction, Hash(key), key.Account);
        if (!reader.Read())
            return null;
        return new FoundRow(reader.GetInt64(0), (InboxState)reader.GetInt32(1), reader.GetInt64(2), (HandOver)reader.GetInt32(3),
            protector.Unprotect(reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4)));
    }

    private long LastId() => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);

    private sealed record FoundRow(long Id, InboxState State, long Fence, HandOver HandOver, byte[] Answer);
}
