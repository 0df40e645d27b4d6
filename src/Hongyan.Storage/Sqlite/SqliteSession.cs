using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>The writer's connection with its prepared statements, and the transaction that is open.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private SqliteTransaction? _transaction;

    private SqliteSession(SqliteConnection connection, PayloadProtector protector, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        Outbox = new OutboxStatements(this, connection, protector);
        Dialogs = new DialogStatements(this, connection, protector);
        Inbox = new InboxStatements(this, connection, protector);
    }

    public InboxStatements Inbox { get; }

    public OutboxStatements Outbox { get; }

    public DialogStatements Dialogs { get; }

    public SqliteTransaction Transaction => _transaction ?? throw new InvalidOperationException("There is no open transaction.");

    /// <summary>The time of the open transaction, in Unix milliseconds: the store's clock.</summary>
    public long Now { get; private set; }

    public static SqliteSession Open(string connectionString, PayloadProtector protector, TimeProvider time)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            // What is committed survives a power cut: the log is flushed to the disk with every commit. Every message hits another page of the
            // index of hashes, so the log is folded into the file every 32 MiB and not every 4: then a page is written there once for many.
            pragmas.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 8192; pragma cache_size = -32768;";
            pragmas.ExecuteNonQuery();
            return new SqliteSession(connection, protector, time);
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

    public void Commit()
    {
        Transaction.Commit();
        _transaction!.Dispose();
        _transaction = null;
    }

    public void Dispose()
    {
        try
        {
            _transaction?.Dispose();
        }
        catch (SqliteException)
        {
            // A full disk has rolled it back already.
        }
        Inbox.Dispose();
        Outbox.Dispose();
        Dialogs.Dispose();
        _connection.Dispose();
    }
}
