using System.Data.Common;
using Hongyan.Storage.Schema;
using Hongyan.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.Sqlite;

/// <summary>The database file: created and migrated when it is opened, held by one process at a time.</summary>
public sealed class SqliteDatabase : StoreDatabase, IDisposable
{
    private readonly SqliteConnectionStringBuilder _connectionString;
    private FileStream? _lock;

    /// <summary>Names the database; nothing is opened yet.</summary>
    public SqliteDatabase(IOptions<SqliteStoreOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _connectionString = new SqliteConnectionStringBuilder(options.Value.ConnectionString)
        {
            DefaultTimeout = Math.Max(1, (int)options.Value.BusyTimeout.TotalSeconds),
        };
        if (string.IsNullOrEmpty(_connectionString.DataSource))
            throw new HongyanStartupException("HY1013", "Storage:ConnectionString names no file; it looks like Data Source=data/hongyan.db.");
        Path = System.IO.Path.GetFullPath(_connectionString.DataSource);
        _connectionString.DataSource = Path;
    }

    /// <summary>The full path of the file. Beside it are -wal and -shm while it is open, which belong to it.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Name => Path;

    /// <inheritdoc/>
    /// <remarks>Whoever writes by himself makes all messages wait.</remarks>
    public override string ReadOnlyConnectionString =>
        new SqliteConnectionStringBuilder(_connectionString.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;

    /// <summary>How the writer opens it.</summary>
    internal string WriterConnectionString =>
        new SqliteConnectionStringBuilder(_connectionString.ConnectionString) { Pooling = false }.ConnectionString;

    /// <summary>Takes the file for this process and applies the migrations that it lacks.</summary>
    /// <exception cref="HongyanStartupException">HY1013: another process has it, or it cannot be opened.</exception>
    public void Open()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            // The system gives the lock back when the process ends, however it ends. So whatever is found running was left behind.
            _lock ??= new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotBeOpened(failure);
        }
        if (!File.Exists(Path))
            Create();
        Migrate(StorageContext.HistoryTable, SqliteStorageContext.For);
    }

    /// <summary>
    /// Applies the migrations that an application's own tables lack: in the <c>StartingAsync</c> of a hosted service that is registered after
    /// the store, so that the file is open and nobody writes yet.
    /// </summary>
    /// <typeparam name="TContext">The application's context for SQLite; the migrations are in its assembly.</typeparam>
    /// <param name="historyTable">Where it is written which of them were applied: a table of the application's own.</param>
    /// <param name="open">Makes a context of a connection string.</param>
    /// <exception cref="HongyanStartupException">HY1013: the database cannot be written.</exception>
    public void Migrate<TContext>(string historyTable, Func<string, TContext> open)
        where TContext : DbContext
    {
        ArgumentException.ThrowIfNullOrEmpty(historyTable);
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            if (IsCurrent(typeof(TContext), historyTable))
                return;
            using var context = open(WriterConnectionString);
            context.Database.Migrate();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw CannotBeOpened(failure);
        }
    }

    /// <inheritdoc/>
    public override Task MigrateAsync<TContext>(string historyTable, Func<string, TContext> open, CancellationToken cancellationToken)
    {
        Migrate(historyTable, open);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<bool> IsCurrentAsync(CancellationToken cancellationToken) => Task.FromResult(IsCurrent());

    /// <inheritdoc/>
    /// <remarks>A file has nothing to wait for asynchronously.</remarks>
    public override Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) => Task.FromResult<DbConnection>(OpenReader());

    /// <summary>Opens a connection for reading.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(ReadOnlyConnectionString);
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(ReadOnlyConnectionString))
            SqliteConnection.ClearPool(connection);
        _lock?.Dispose();
    }

    /// <summary>Whether the last migration was applied. Asked without Entity Framework, which takes half a second to wake up.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public bool IsCurrent() => IsCurrent(typeof(SqliteStorageContext), StorageContext.HistoryTable);

    /// <summary>How much there is to do; null where the file cannot be read.</summary>
    internal StoreBacklog? ReadBacklog()
    {
        try
        {
            using var reader = OpenReader();
            using var command = reader.CreateCommand();
            command.CommandText = StoreBacklog.Sql;
            using var row = command.ExecuteReader();
            row.Read();
            return StoreBacklog.Read(row);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>
    /// Makes a file with pages of 8 KiB. A message is a kilobyte, and whole pages are written, each with calls of its own: with pages of the
    /// usual 4 KiB a commit of forty messages takes twice as many calls (bench/README.md).
    /// </summary>
    private void Create()
    {
        try
        {
            using var connection = new SqliteConnection(WriterConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            // Only the first page that is written decides.
            command.CommandText = "pragma page_size = 8192; pragma journal_mode = wal;";
            command.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw CannotBeOpened(failure);
        }
    }

    private bool IsCurrent(Type contextType, string historyTable)
    {
        if (!File.Exists(Path))
            return false;
        var last = LastMigrationOf(contextType);
        using var connection = OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where name = $table";
        command.Parameters.AddWithValue("$table", historyTable);
        if ((long)command.ExecuteScalar()! == 0)
            return false;
#pragma warning disable CA2100 // The name of a table cannot be a parameter; this one stands in the application's source.
        command.CommandText = $"select max(MigrationId) from \"{historyTable}\"";
#pragma warning restore CA2100
        return Equals(command.ExecuteScalar(), last);
    }

    private HongyanStartupException CannotBeOpened(Exception failure) =>
        new("HY1013", $"The database {Path} cannot be opened: {failure.Message} Is another process using it? Is the folder writable?");
}
