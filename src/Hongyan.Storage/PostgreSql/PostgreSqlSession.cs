using System.Data.Common;
using System.Globalization;
using Hongyan.Storage.Writing;
using Npgsql;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The writer's connection with its prepared statements, and the transaction that is open.</summary>
internal sealed class PostgreSqlSession : StoreSession
{
    /// <summary>The channel on which processes tell each other what they wait for.</summary>
    public const string Channel = "hongyan";

    /// <summary>In a statement: this process. A setting of the connection, so that a statement need not be prepared again when it changes.</summary>
    public const string Self = "current_setting('hongyan.node')";

    /// <summary>Numbers in one notification, which holds 8,000 bytes.</summary>
    private const int MostPerNotification = 400;

    private readonly NpgsqlConnection _connection;
    private readonly PostgreSqlNode _node;
    private readonly TimeProvider? _clock;
    private readonly NpgsqlBatch _begin;
    private readonly NpgsqlParameter<string> _self = new() { TypedValue = "" };
    private readonly NpgsqlParameter<long[]> _locks = new() { TypedValue = [] };
    private readonly HashSet<long> _notices = [];
    private NpgsqlTransaction? _transaction;
    private string? _transactionId;
    private bool _isCareful;
    private bool _isCommitting;

    private PostgreSqlSession(NpgsqlConnection connection, PayloadProtector protector, PostgreSqlNode node, StoreClock clock, TimeProvider? ownClock, TimeSpan lease)
        : base(clock)
    {
        _connection = connection;
        _node = node;
        _clock = ownClock;
        // Whoever has no row any more was given up by the others; nobody can give us up while this transaction is open.
        _begin = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("""
                    with self as materialized (select id from bots_nodes where id = $1 for key share)
                    select (extract(epoch from clock_timestamp()) * 1000)::bigint, pg_current_xact_id()::text, (select count(*) from self)
                    """) { Parameters = { _self } },
                new NpgsqlBatchCommand("select count(pg_advisory_xact_lock(l)::text) from unnest($1) l") { Parameters = { _locks } },
            },
        };
        _begin.Prepare();
        Outbox = new OutboxStatements(this, protector, skip: " for update of o skip locked", take: $", Node = {Self}", own: $" and Node = {Self}");
        Dialogs = new DialogStatements(this, protector);
        Inbox = new PostgreSqlInboxStatements(this, protector, node);
        Nodes = new PostgreSqlNodeStatements(this, lease);
        Leases = new PostgreSqlLeaseStatements(this);
    }

    public PostgreSqlInboxStatements Inbox { get; }

    public PostgreSqlNodeStatements Nodes { get; }

    public PostgreSqlLeaseStatements Leases { get; }

    public override OutboxStatements Outbox { get; }

    public override DialogStatements Dialogs { get; }

    public override DbTransaction Transaction => _transaction ?? throw new InvalidOperationException("There is no open transaction.");

    /// <summary>Whether code that fails undoes itself alone; otherwise all is undone and done again.</summary>
    public bool IsCareful => _isCareful;

    /// <summary>Whether the open transaction is the first of a new life: the others had given this process up.</summary>
    public bool IsReborn { get; private set; }

    public static PostgreSqlSession Open(string connectionString, PayloadProtector protector, PostgreSqlNode node, StoreClock clock, PostgreSqlStoreOptions options)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return new PostgreSqlSession(connection, protector, node, clock, options.Clock, options.Lease);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a transaction that has the conversations to itself.</summary>
    /// <param name="conversations">Their numbers, in order: two processes that took them in different order would wait for each other for ever.</param>
    /// <param name="isCareful">Whether somebody's code is known to fail in it.</param>
    public void Begin(long[] conversations, bool isCareful)
    {
        _isCareful = isCareful;
        _notices.Clear();
        _transaction = _connection.BeginTransaction();
        if (_node.Id.Length == 0)
            _node.BeginLife();
        _self.TypedValue = _node.Id;
        _locks.TypedValue = conversations;
        long registered;
        using (var row = _begin.ExecuteReader())
        {
            row.Read();
            Now = _clock?.GetUtcNow().ToUnixTimeMilliseconds() ?? row.GetInt64(0);
            _transactionId = row.GetString(1);
            registered = row.GetInt64(2);
        }
        Clock.Set(Now);
        IsReborn = registered == 0;
        if (IsReborn)
            _node.BeginLife();
        Nodes.Introduce(_node, isNew: IsReborn);
    }

    /// <summary>
    /// A savepoint costs two journeys to the server, and code that fails is rare. So there is none at first; where something fails, all of it is
    /// done again with one around each.
    /// </summary>
    public override Exception? Guard(Action work)
    {
        if (_isCareful)
            return base.Guard(work);
        try
        {
            work();
            return null;
        }
#pragma warning disable CA1031 // Whatever it is: the second time it will be its own message's failure.
        catch (Exception failure) when (!IsOfTheStore(failure))
#pragma warning restore CA1031
        {
            throw new RepeatCarefullyException(failure);
        }
    }

    /// <summary>Tells the other processes, once this is committed, that something they wait for has happened in a conversation.</summary>
    public void Notify(long conversation) => _notices.Add(conversation);

    public override void Commit()
    {
        foreach (var numbers in _notices.Chunk(MostPerNotification))
            Notify(string.Join(',', numbers.Select(number => number.ToString("x", CultureInfo.InvariantCulture))));
        _isCommitting = true;
        Transaction.Commit();
        _isCommitting = false;
        _transaction!.Dispose();
        _transaction = null;
    }

    /// <summary>Tells the other processes something, once this is committed.</summary>
    public void Notify(string notice)
    {
        using var command = new NpgsqlCommand("select pg_notify($1, $2)", _connection) { Parameters = { new() { Value = Channel }, new() { Value = notice } } };
        command.ExecuteNonQuery();
    }

    /// <summary>Asks on another connection whether a transaction was committed whose commit was never answered.</summary>
    public bool WasCommitted(string connectionString)
    {
        if (!_isCommitting)
            return false;
        try
        {
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            using var command = new NpgsqlCommand("select pg_xact_status($1::text::xid8)", connection) { Parameters = { new() { Value = _transactionId } } };
            return command.ExecuteScalar() is "committed";
        }
        catch (NpgsqlException)
        {
            // Nobody knows. Whoever brings the same in once more meets it by its key.
            return false;
        }
    }

    /// <summary>The connection is gone, or the server refuses everybody.</summary>
    public override bool IsOfTheStore(Exception failure) =>
        _connection.State != System.Data.ConnectionState.Open || PostgreSqlFailures.IsWorthRepeating(failure) || PostgreSqlFailures.IsOfTheServer(failure);

    protected override StoreStatement NewStatement(string sql, ReadOnlySpan<ColumnType> parameters) => new PostgreSqlStatement(_connection, sql, parameters);

    protected override void Close()
    {
        _begin.Dispose();
        // Undoes what is open; also where the server does not answer any more.
        _connection.Dispose();
    }
}
