using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.Writing;

/// <summary>What is written to and read from the outbox inside a transaction of the writer.</summary>
/// <param name="session">The transaction.</param>
/// <param name="protector">Encrypts what is sent.</param>
/// <param name="skip">Where several processes send: that rows are left out which another one is about to take.</param>
/// <param name="take">Where several processes send: that a row is this one's now.</param>
/// <param name="own">Where several processes send: that a row is this one's.</param>
internal sealed class OutboxStatements(StoreSession session, PayloadProtector protector, string skip = "", string take = "", string own = "")
{
    /// <summary>A row that is due later than this was written before the clock was set back; it is due now.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // "State < 2" beside "State = 0" looks superfluous, but only with it SQLite uses the index of what is open.
    private readonly StoreStatement _insert = session.Prepare("""
        insert into bots_outbox (Account, Person, Kind, Content, CreatedAt, NotBefore, Attempts, State, InboxId, ReplyTo)
        values ($1, $2, $3, $4, $5, $6, 0, 0, $7, $8)
        """, Text, Text, Text, Bytes, Long, Long, Long, Bytes);

    private readonly StoreStatement _expire = session.Prepare("""
        update bots_outbox set State = 5, FinishedAt = $2 where State = 0 and State < 2 and CreatedAt <= $1
        """, Long, Long);

    private readonly StoreStatement _due = session.Prepare($"""
        select o.Id, o.Account, o.Person, o.Kind, o.Content, o.Attempts, o.CreatedAt, o.ReplyTo
        from bots_outbox o
        where o.State = 0 and o.State < 2 and (o.NotBefore <= $1 or o.NotBefore > $2)
          and not exists (select 1 from bots_outbox e where e.Account = o.Account and e.Person = o.Person and e.Id < o.Id and e.State < 2)
        order by o.Id limit $3{skip}
        """, Long, Long, Number);

    private readonly StoreStatement _next = session.Prepare("""
        select min(NotBefore) from bots_outbox where State = 0 and State < 2 and NotBefore > $1
        """, Long);

    private readonly StoreStatement _take = session.Prepare($"update bots_outbox set State = 1, Attempts = Attempts + 1{take} where Id = $1", Long);

    private readonly StoreStatement _record = session.Prepare($"""
        update bots_outbox set State = $2, NotBefore = coalesce($3, NotBefore), Attempts = Attempts - $4, ErrorCode = $5, Error = $6, MessageId = $7, FinishedAt = $8
        where Id = $1 and State = 1{own}
        """, Long, Number, Long, Number, Number, Text, Text, Long);

    private readonly StoreStatement _interrupted = session.Prepare("""
        update bots_outbox set State = 4, Error = 'The process ended while this was being sent.', FinishedAt = $1 where State = 1 and State < 2
        """, Long);

    private readonly StoreStatement _unreadable = session.Prepare("update bots_outbox set State = 3, Error = $2, FinishedAt = $3 where Id = $1", Long, Text, Long);

    private readonly StoreStatement _reopen = session.Prepare("""
        update bots_outbox set State = 0, NotBefore = $2, CreatedAt = $2, Attempts = 0, ErrorCode = null, Error = null, FinishedAt = null
        where Id = $1 and State in (3, 4, 5) and Content is not null
        """, Long, Long);

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
        // Where one could not be read, another one of its person is due in its place.
        while (ReadDue(most, entries) is { Count: > 0 } unreadable)
        {
            foreach (var (id, reason) in unreadable)
                _unreadable.Execute(id, reason, session.Now);
            entries.Clear();
        }
        foreach (var entry in entries)
            _take.Execute(entry.Id);

        using var next = _next.Query(session.Now);
        return new OutboxBatch(entries, next.Read() && !next.IsDBNull(0) ? session.Clock.FromStore(next.GetInt64(0)) : null);
    }

    public void Record(long id, OutboxResult result) => _record.Execute(id, (int)result.State, result.NotBefore is { } next ? session.Clock.ToStore(next) : (long?)null, result.IsPostponed ? 1 : 0,
        result.ErrorCode, result.Error, result.MessageId, result.State == OutboxState.Pending ? (long?)null : session.Now);

    public bool Reopen(long id) => _reopen.Execute(id, session.Now) == 1;

    /// <summary>Reads what is due.</summary>
    /// <returns>What cannot be read: it must not keep everybody else from being written.</returns>
    private List<(long Id, string Reason)> ReadDue(int most, List<OutboxEntry> entries)
    {
        var unreadable = new List<(long, string)>();
        using var reader = _due.Query(session.Now, session.Now + (long)LongestPause.TotalMilliseconds, most);
        while (reader.Read())
        {
            try
            {
                var content = ReplyJson.Read(reader.GetString(3), protector.Unprotect(reader.GetFieldValue<byte[]>(4)));
                var address = reader.IsDBNull(7) ? null : new Uri(Encoding.UTF8.GetString(protector.Unprotect(reader.GetFieldValue<byte[]>(7))));
                entries.Add(new OutboxEntry(
                    reader.GetInt64(0), new OutgoingMessage(new UserRef(reader.GetString(1), reader.GetString(2)), content) { ReplyTo = address },
                    reader.GetInt32(5) + 1, session.Clock.FromStore(reader.GetInt64(6))));
            }
            catch (Exception failure) when (failure is CryptographicException or JsonException or NotSupportedException or FormatException or ArgumentException)
            {
                unreadable.Add((reader.GetInt64(0), $"The message cannot be read; was it written with other Data Protection keys, or by a newer version? {failure.Message}"));
            }
        }
        return unreadable;
    }
}
