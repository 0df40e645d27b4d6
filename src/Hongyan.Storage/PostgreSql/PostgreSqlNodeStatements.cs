using Hongyan.Storage.Writing;
using static Hongyan.Storage.Writing.ColumnType;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The leases of processes by the database's clock, and what becomes of the work of those that are gone.</summary>
internal sealed class PostgreSqlNodeStatements(PostgreSqlSession session, TimeSpan lease)
{
    private const int MostAtOnce = 1000;

    private const string OfNobody = "(Node is null or not exists (select 1 from bots_nodes where bots_nodes.Id = Node))";

    private readonly long _lease = (long)lease.TotalMilliseconds;

    private readonly StoreStatement _introduce = session.Prepare("select set_config('hongyan.node', $1, false)", Text);

    private readonly StoreStatement _register = session.Prepare(
        "insert into bots_nodes (Id, Name, ExpiresAt) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')", Text, Text, Long);

    private readonly StoreStatement _renew = session.Prepare(
        $"update bots_nodes set ExpiresAt = clock_timestamp() + $1 * interval '1 millisecond' where Id = {PostgreSqlSession.Self}", Long);

    // Whoever is in the middle of a transaction holds its row, and is left alone until that is over. One of the same name whose connection is
    // gone has ended, most likely to become this process.
    private readonly StoreStatement _bury = session.Prepare($"""
        delete from bots_nodes where Id in (select Id from bots_nodes
          where Id <> {PostgreSqlSession.Self} and (ExpiresAt < clock_timestamp() or case when Name = $1 then pg_try_advisory_xact_lock(hashtextextended(split_part(Id, '-', 1), 0)) else false end)
          for update skip locked)
        """, Text);

    // $1 has a line for each account of this process: a message of another account is for somebody who can run it.
    private readonly StoreStatement _adopt = session.Prepare($"""
        update bots_inbox set Node = {PostgreSqlSession.Self} where Id in (select Id from bots_inbox
          where State <> 1 and State = 0 and {OfNobody} and Account = any(string_to_array($1, chr(10))) order by Id limit {MostAtOnce} for update skip locked)
        """, Text);

    private readonly StoreStatement _unadopted = session.Prepare($"""
        select Account, count(*) from bots_inbox
        where State <> 1 and State = 0 and {OfNobody} and not Account = any(string_to_array($1, chr(10))) group by Account order by Account
        """, Text);

    private readonly StoreStatement _own = session.Prepare(
        $"select Account, Hash from bots_inbox where State <> 1 and State = 0 and Node = {PostgreSqlSession.Self} order by Id");

    private readonly StoreStatement _message = session.Prepare(
        $"select {InboxReader.PendingColumns} from bots_inbox where Hash = $1 and Account = $2 and State = 0", Bytes, Text);

    private readonly StoreStatement _giveUp = session.Prepare($"""
        update bots_outbox set State = 4, Error = 'The process ended while this was being sent.', FinishedAt = $1 where State = 1 and State < 2 and {OfNobody}
        """, Long);

    private readonly StoreStatement _sending = session.Prepare($"select Id from bots_outbox where State = 1 and State < 2 and Node = {PostgreSqlSession.Self}");

    private readonly StoreStatement _unsend = session.Prepare("update bots_outbox set State = 0, Attempts = Attempts - 1 where Id = $1 and State = 1", Long);

    private readonly StoreStatement _release = session.Prepare($"update bots_inbox set Node = null where State <> 1 and State = 0 and Node = {PostgreSqlSession.Self}");

    private readonly StoreStatement _unregister = session.Prepare($"delete from bots_nodes where Id = {PostgreSqlSession.Self}");

    private string _introduced = "";

    /// <summary>Says on this connection who this process is.</summary>
    public void Introduce(PostgreSqlNode node, bool isNew)
    {
        if (_introduced != node.Id)
        {
            using var row = _introduce.Query(node.Id);
            _introduced = node.Id;
        }
        if (isNew)
            _register.Execute(node.Id, node.Name, _lease);
    }

    /// <summary>Renews the lease.</summary>
    public void Renew() => _renew.Execute(_lease);

    /// <summary>Takes over what processes left that are gone.</summary>
    /// <param name="node">This process.</param>
    /// <param name="accounts">The accounts whose messages it can run.</param>
    /// <param name="reader">Reads messages.</param>
    /// <param name="isRun">Whether this process runs a message already.</param>
    /// <param name="isSent">Whether this process is sending a message of the outbox.</param>
    /// <returns>What is to be run again, still encrypted, in the order of acceptance. It may be more than was left: also what this process itself has lost sight of.</returns>
    public List<Func<PendingMessage>> TakeOver(PostgreSqlNode node, IEnumerable<string> accounts, InboxReader reader, Func<MessageKey, bool> isRun, Func<long, bool> isSent)
    {
        _bury.Execute(node.Name);
        _adopt.Execute(Lines(accounts));
        _giveUp.Execute(session.Now);
        // Taken in a commit whose end this process never heard of: nobody is sending it.
        foreach (var id in ReadSending().Where(id => !isSent(id)))
            _unsend.Execute(id);
        return [.. ReadOwn().Where(key => !isRun(key)).Select(key => ReadMessage(key, reader)).OfType<Func<PendingMessage>>()];
    }

    /// <summary>Counts what nobody runs, by account, because this process cannot either.</summary>
    public List<(string Account, long Messages)> ReadUnadopted(IEnumerable<string> accounts)
    {
        var unadopted = new List<(string, long)>();
        using var rows = _unadopted.Query(Lines(accounts));
        while (rows.Read())
            unadopted.Add((rows.GetString(0), rows.GetInt64(1)));
        return unadopted;
    }

    /// <summary>Leaves everything to the others.</summary>
    public void Leave()
    {
        _release.Execute();
        _unregister.Execute();
    }

    private static string Lines(IEnumerable<string> accounts) => string.Join('\n', accounts);

    private List<long> ReadSending()
    {
        var ids = new List<long>();
        using var rows = _sending.Query();
        while (rows.Read())
            ids.Add(rows.GetInt64(0));
        return ids;
    }

    private List<MessageKey> ReadOwn()
    {
        var keys = new List<MessageKey>();
        using var rows = _own.Query();
        while (rows.Read())
            keys.Add(MessageKey.FromHash(rows.GetString(0), rows.GetFieldValue<byte[]>(1)));
        return keys;
    }

    private Func<PendingMessage>? ReadMessage(MessageKey key, InboxReader reader)
    {
        var hash = new byte[32];
        key.CopyHashTo(hash);
        using var row = _message.Query(hash, key.Account);
        return row.Read() ? reader.ReadPending(row) : null;
    }
}
