using System.Data.Common;
using Hongyan.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>The writer's connection with its prepared statements, and the transaction that is open.</summary>
internal sealed class SqliteSession : StoreSession
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private SqliteTransaction? _transaction;

    private SqliteSession(SqliteConnection connection, PayloadProtector protector, StoreClock clock, TimeProvider time)
        : base(clock)
    {
        _connection = connection;
        _time = time;
        Outbox = new OutboxStatements(this, protector);
        Dialogs = new DialogStatements(this, protector);
        Inbox = new SqliteInboxStatements(this, connection, protector);
    }

    public SqliteInboxStatements Inbox { get; }

    public override OutboxStatements Outbox { get; }

    public override DialogStatements Dialogs { get; }

    public override DbTransaction Transaction => _transaction ?? throw new InvalidOperationException("There is no open transaction.");

    public static SqliteSession Open(string connectionString, PayloadProtector protector, StoreClock clock, TimeProvider time)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            // What is committed survives a power cut: the log is flushed to the disk with every commit. Every message hits another page of the
            // index of hashes, so the log is folded into the file every 32 MiB and not every 4: then a page is written there once for many. For the same
            // reason 8 MB of pages stay in memory; with many more, SQLite looks through all of them at each commit that has split a page.
            pragmas.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4096; pragma cache_size = -8000;";
            pragmas.ExecuteNonQuery();
            return new SqliteSession(connection, protector, clock, time);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Begin()
    {
        // BEGIN IMMEDIATE: the lock is taken here, where waiting for it is allowed, and not in the middle.
        _transaction = _connection.BeginTransaction();
        Now = _time.GetUtcNow().ToUnixTimeMilliseconds();
    }

    public override void Commit()
    {
        Transaction.Commit();
        _transaction!.Dispose();
        _transaction = null;
    }

    /// <summary>Busy, locked, out of memory, read-only, broken disk, corrupt, full, cannot open.</summary>
    public override bool IsOfTheStore(Exception failure) => failure is SqliteException { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 26 };

    protected override StoreStatement NewStatement(string sql, ReadOnlySpan<ColumnType> parameters) => new SqliteStatement(this, _connection, sql, parameters.Length);

    protected override void Close()
    {
        try
        {
            _transaction?.Dispose();
        }
        catch (SqliteException)
        {
            // A full disk has rolled it back already.
        }
        _connection.Dispose();
    }
}
