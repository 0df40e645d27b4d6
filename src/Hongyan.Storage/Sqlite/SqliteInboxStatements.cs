using Hongyan.Storage.Schema;
using Hongyan.Storage.Writing;
using Microsoft.Data.Sqlite;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.Sqlite;

/// <summary>The inbox of one process, which writes an outcome together with its message where the handler was quick.</summary>
internal sealed class SqliteInboxStatements : InboxStatements
{
    private readonly SqliteSession _session;
    private readonly SqliteConnection _connection;
    private readonly PayloadProtector _protector;
    private readonly StoreStatement _insert;
    private readonly StoreStatement _begin;

    public SqliteInboxStatements(SqliteSession session, SqliteConnection connection, PayloadProtector protector)
        : base(session, protector)
    {
        _session = session;
        _connection = connection;
        _protector = protector;
        _insert = session.Prepare("""
            insert into bots_inbox (Account, Hash, Person, Kind, ReceivedAt, State, Fence, HandOver, Raw, Answer, FinishedAt, Failure)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing
            """, Text, Bytes, Text, Text, Long, Number, Long, Number, Bytes, Bytes, Long, Text);
        _begin = session.Prepare("""
            update bots_inbox set Fence = Fence + 1 where Hash = $1 and Account = $2 and Fence = $3 and State = 0
            """, Bytes, Text, Long);
    }

    /// <summary>Writes a message, and its outcome where that is known.</summary>
    /// <param name="message">The message.</param>
    /// <param name="raw">Its payload.</param>
    /// <param name="isWhole">Whether the payload holds the answer too.</param>
    /// <param name="outcome">The outcome; null where it is not known.</param>
    /// <param name="isRunning">Whether its first run has begun.</param>
    public InboxResult Accept(InboxMessage message, RentedPayload raw, bool isWhole, Outcome? outcome, bool isRunning)
    {
        var fence = isRunning ? 1L : 0L;
        // Effects may fail, so the message has to be there before them.
        var completesAtOnce = outcome is { Effects.Count: 0 };
        var handOver = completesAtOnce ? outcome!.Decide(outcome) : HandOver.None;
        using var answer = completesAtOnce && !isWhole ? _protector.Rent(outcome!.Answer) : default;
        var inserted = _insert.Execute(message.Key.Account, Hash(message.Key), message.Conversation.Id, message.Kind, message.ReceivedAt.ToUnixTimeMilliseconds(),
            (int)(completesAtOnce ? StateOf(outcome!) : InboxState.Pending), fence, (int)handOver, raw,
            answer, completesAtOnce ? _session.Now : (long?)null, Failure(outcome));
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

    /// <summary>The message is there already: completed long ago, or left without an outcome by a run that could not write it.</summary>
    private InboxResult Meet(MessageKey key, bool isRunning)
    {
        var row = Find(key) ?? throw new InvalidOperationException("The message is neither new nor known.");
        if (row.State != InboxState.Pending)
            return Refuse(row, row.Fence);
        return isRunning ? Begin(key, row.Fence) : new InboxResult(InboxStatus.Accepted, row.Fence);
    }

    private long LastId() => SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle);
}
