using System.Text;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>What is written to and read from the outbox inside a transaction of the writer.</summary>
internal sealed class OutboxStatements(SqliteSession session, SqliteConnection connection, PayloadProtector protector) : IDisposable
{
    /// <summary>A row that is due later than this was written before the clock was set back; it is due now.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // "State < 2" beside "State = 0" looks superfluous, but only with it SQLite uses the index of what is open.
    private readonly PreparedStatement _insert = new(connection, 8, """
        insert into bots_outbox (Account, Person, Kind, Content, CreatedAt, NotBefore, Attempts, State, InboxId, ReplyTo)
        values ($1, $2, $3, $4, $5, $6, 0, 0, $7, $8)
        """);

    private readonly PreparedStatement _expire = new(connection, 2, """
        update bots_outbox set State = 5, FinishedAt = $2 where State = 0 and State < 2 and CreatedAt <= $1
        """);

    private readonly PreparedStatement _due = new(connection, 3, """
        select o.Id, o.Account, o.Person, o.Kind, o.Content, o.Attempts, o.CreatedAt, o.ReplyTo
        from bots_outbox o
        where o.State = 0 and o.State < 2 and (o.NotBefore <= $1 or o.NotBefore > $2)
          and not exists (select 1 from bots_outbox e where e.Account = o.Account and e.Person = o.Person and e.Id < o.Id and e.State < 2)
        order by o.Id limit $3
        """);

    private readonly PreparedStatement _next = new(connection, 1, """
        select min(NotBefore) from bots_outbox where State = 0 and State < 2 and NotBefore > $1
        """);

    private readonly PreparedStatement _take = new(connection, 1, "update bots_outbox set State = 1, Attempts = Attempts + 1 where Id = $1");

    private readonly PreparedStatement _record = new(connection, 8, """
        update bots_outbox set State = $2, NotBefore = coalesce($3, NotBefore), Attempts = Attempts - $4, ErrorCode = $5, Error = $6, MessageId = $7, FinishedAt = $8
        where Id = $1 and State = 1
        """);

    private readonly PreparedStatement _interrupted = new(connection, 1, """
        update bots_outbox set State = 4, Error = 'The process ended while this was being sent.', FinishedAt = $1 where State = 1 and State < 2
        """);

    private readonly PreparedStatement _reopen = new(connection, 2, """
        update bots_outbox set State = 0, NotBefore = $2, CreatedAt = $2, Attempts = 0, ErrorCode = null, Error = null, FinishedAt = null
        where Id = $1 and State in (3, 4, 5) and Content is not null
        """);

    public void Add(OutgoingMessage message, long? inboxId) => _insert.Execute(
        message.To.Account, message.To.Id, ReplyJson.KindOf(message.Content), protector.Protect(ReplyJson.Write(message.Content)),
        session.Now, session.Now + (long)message.Delay.TotalMilliseconds, inboxId,
        message.ReplyTo is { } address ? protector.Protect(Encoding.UTF8.GetBytes(address.AbsoluteUri)) : null);

    /// <summary>Marks what an earlier process was sending: nobody knows whether the platform took it.</summary>
    public void GiveUpInterrupted() => _interrupted.Execute(session.Now);

    public OutboxBatch Take(int most, TimeSpan lifetime)
    {
        _expire.Execute(session.Now - (long)lifetime.TotalMilliseconds, session.Now);
        var entries = new List<OutboxEntry>();
        using (var reader = _due.Query(session.Transaction, session.Now, session.Now + (long)LongestPause.TotalMilliseconds, most))
        {
            while (reader.Read())
            {
                var content = ReplyJson.Read(reader.GetString(3), protector.Unprotect(reader.GetFieldValue<byte[]>(4)));
                var address = reader.IsDBNull(7) ? null : new Uri(Encoding.UTF8.GetString(protector.Unprotect(reader.GetFieldValue<byte[]>(7))));
                entries.Add(new OutboxEntry(
                    reader.GetInt64(0), new OutgoingMessage(new UserRef(reader.GetString(1), reader.GetString(2)), content) { ReplyTo = address },
                    reader.GetInt32(5) + 1, DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(6))));
            }
        }
        foreach (var entry in entries)
            _take.Execute(entry.Id);

        using var next = _next.Query(session.Transaction, session.Now);
        return new OutboxBatch(entries, next.Read() && !next.IsDBNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(next.GetInt64(0)) : null);
    }

    public void Record(long id, OutboxResult result) => _record.Execute(id, (int)result.State, result.NotBefore?.ToUnixTimeMilliseconds(), result.IsPostponed ? 1 : 0,
        result.ErrorCode, result.Error, result.MessageId, result.State == OutboxState.Pending ? null : session.Now);

    public bool Reopen(long id) => _reopen.Execute(id, session.Now) == 1;

    public void Dispose()
    {
        foreach (var statement in new[] { _insert, _expire, _due, _next, _take, _record, _interrupted, _reopen })
            statement.Dispose();
    }
}
