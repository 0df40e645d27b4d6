using System.Data.Common;
using Hongyan.Storage.Schema;
using Hongyan.Storage.Writing;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.PostgreSql;

/// <summary>
/// The inbox of several processes. A message belongs to the one that accepted it, which runs it when nobody of its conversation is before it:
/// those that run come first, then those that wait, in the order of their numbers.
/// </summary>
internal sealed class PostgreSqlInboxStatements : InboxStatements
{
    private readonly PostgreSqlSession _session;
    private readonly PostgreSqlNode _node;
    private readonly PayloadProtector _protector;
    private readonly StoreStatement _insert;
    private readonly StoreStatement _begin;
    private readonly StoreStatement _end;
    private readonly StoreStatement _watchConversation;
    private readonly StoreStatement _watchMessage;

    public PostgreSqlInboxStatements(PostgreSqlSession session, PayloadProtector protector, PostgreSqlNode node)
        : base(session, protector, columns: ", Node, Watched, Account, Person", take: $", Node = {PostgreSqlSession.Self}")
    {
        _session = session;
        _node = node;
        _protector = protector;
        _insert = session.Prepare($"""
            insert into bots_inbox (Account, Hash, Person, Kind, ReceivedAt, Raw, State, HandOver, Node, Fence)
            values ($1, $2, $3, $4, $5, $6, 0, 0, {PostgreSqlSession.Self},
              case when $3 <> '' and exists (select 1 from bots_inbox where State = 0 and Account = $1 and Person = $3) then 0 else 1 end)
            on conflict do nothing returning Fence
            """, Text, Bytes, Text, Text, Long, Bytes);
        _begin = session.Prepare($"""
            update bots_inbox m set Fence = Fence + 1
            where Hash = $1 and Account = $2 and Fence = $3 and State = 0 and Node = {PostgreSqlSession.Self} and (Person = '' or not exists (
              select 1 from bots_inbox e where e.State = 0 and e.Account = m.Account and e.Person = m.Person and e.Id <> m.Id
                and case when (e.Fence > 0) = (m.Fence > 0) then e.Id < m.Id else e.Fence > 0 end))
            """, Bytes, Text, Long);
        _end = session.Prepare($"""
            update bots_inbox set State = $4, HandOver = $5, Answer = $6, FinishedAt = $7, Failure = $8
            where Hash = $1 and Account = $2 and Fence = $3 and State = 0 and Node = {PostgreSqlSession.Self} returning Id, Watched, Person
            """, Bytes, Text, Long, Number, Number, Bytes, Long, Text);
        _watchConversation = session.Prepare($"""
            update bots_inbox set Watched = true where State = 0 and Account = $1 and Person = $2 and Node is distinct from {PostgreSqlSession.Self} and not Watched
            """, Text, Text);
        _watchMessage = session.Prepare("update bots_inbox set Watched = true where Id = $1", Long);
    }

    /// <summary>Writes a message, and begins its run where nobody is before it.</summary>
    public InboxResult Accept(InboxMessage message, byte[]? raw)
    {
        var person = message.Conversation;
        if (Insert(message, raw) is not { } fence)
            return Meet(message.Key);
        if (fence > 0)
            return new InboxResult(InboxStatus.Accepted, fence);
        _watchConversation.Execute(person.Account, person.Id);
        return new InboxResult(InboxStatus.Queued, fence);
    }

    /// <summary>Counts another run, where it is this message's turn.</summary>
    public InboxResult Begin(MessageKey key, long fence)
    {
        if (_begin.Execute(Hash(key), key.Account, fence) == 1)
            return new InboxResult(InboxStatus.Accepted, fence + 1);
        var found = Find(key);
        if (found is not OwnedRow { State: InboxState.Pending } row || row.Fence != fence || !IsOwn(row))
            return Refuse(found, fence);
        _watchConversation.Execute(row.Person.Account, row.Person.Id);
        return new InboxResult(InboxStatus.Queued, fence);
    }

    /// <summary>Writes the outcome first and the effects behind it: one journey to the server where all goes well, and all of it undone where not.</summary>
    public override InboxResult Complete(MessageKey key, long fence, Outcome outcome)
    {
        if (_session.IsCareful)
            return base.Complete(key, fence, outcome);
        var handOver = outcome.Decide(outcome);
        if (End(key, fence, outcome, handOver) is not { } id)
            return Settle(Find(key), fence, outcome);
        RunEffects(outcome, id);
        return WriteRest(id, fence, outcome, handOver);
    }

    protected override bool IsOwn(FoundRow row) => ((OwnedRow)row).Node == _node.Id;

    protected override void Ended(MessageKey key, FoundRow row)
    {
        if (row is OwnedRow { IsWatched: true } watched)
            _session.Notify(ConversationLock.Of(key, watched.Person));
    }

    protected override FoundRow Read(DbDataReader reader, FoundRow row) => new OwnedRow(
        row, reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetBoolean(7), new UserRef(reader.GetString(8), reader.GetString(9)));

    /// <returns>The message's number; null where the run is not this process's any more.</returns>
    private long? End(MessageKey key, long fence, Outcome outcome, HandOver handOver)
    {
        using var row = _end.Query(
            Hash(key), key.Account, fence, (int)StateOf(outcome), (int)handOver, _protector.Protect(outcome.Answer), _session.Now, Failure(outcome));
        if (!row.Read())
            return null;
        if (row.GetBoolean(1))
            _session.Notify(ConversationLock.Of(key, new UserRef(key.Account, row.GetString(2))));
        return row.GetInt64(0);
    }

    /// <returns>The number of its run, 0 where it has to wait; null where the message is there already.</returns>
    private long? Insert(InboxMessage message, byte[]? raw)
    {
        using var row = _insert.Query(
            message.Key.Account, Hash(message.Key), message.Conversation.Id, message.Kind, _session.Clock.ToStore(message.ReceivedAt), raw);
        return row.Read() ? row.GetInt64(0) : null;
    }

    /// <summary>The message is there already: completed, being run by another process, or left by this one when it could not tell whether it was written.</summary>
    private InboxResult Meet(MessageKey key)
    {
        var row = (OwnedRow)(Find(key) ?? throw new InvalidOperationException("The message is neither new nor known."));
        if (row.State != InboxState.Pending)
            return Refuse(row, row.Fence);
        if (IsOwn(row))
            return Begin(key, row.Fence);
        _watchMessage.Execute(row.Id);
        return new InboxResult(InboxStatus.Elsewhere, row.Fence);
    }

    private sealed record OwnedRow(FoundRow Row, string? Node, bool IsWatched, UserRef Person) : FoundRow(Row);
}
