using System.Data.Common;
using Hongyan.Storage.Schema;
using Hongyan.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The database on a server, which several processes share.</summary>
public sealed class PostgreSqlDatabase : StoreDatabase
{
    /// <summary>Taken while migrations run, so that of several processes that start together one applies them. Any number that nobody else uses.</summary>
    private const long MigrationLock = 0x486F6E6779616E;

    private const int SecondsToConnectAtStart = 15;

    /// <summary>A transaction whose process is cut off is undone by the server after this, so that nobody waits for its locks any longer.</summary>
    private const string WriterSettings = "-c idle_in_transaction_session_timeout=10s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2";

    private readonly NpgsqlConnectionStringBuilder _connectionString;

    /// <summary>Names the database; nothing is opened yet.</summary>
    public PostgreSqlDatabase(IOptions<PostgreSqlStoreOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            _connectionString = new NpgsqlConnectionStringBuilder(KeepingTime(options.Value.ConnectionString));
        }
        catch (ArgumentException failure)
        {
            throw new HongyanStartupException("HY1013", $"Storage:ConnectionString cannot be read: {failure.Message} It looks like Host=localhost;Database=hongyan;Username=hongyan.");
        }
        if (string.IsNullOrEmpty(_connectionString.Host))
            throw new HongyanStartupException("HY1013", "Storage:ConnectionString names no server; it looks like Host=localhost;Database=hongyan;Username=hongyan.");
        var seconds = Math.Max(1, (int)options.Value.CommandTimeout.TotalSeconds);
        _connectionString.Timeout = seconds;
        _connectionString.CommandTimeout = seconds;
        // Milliseconds. A server that does not answer is not asked politely to stop.
        _connectionString.CancellationTimeout = 500;
        _connectionString.ApplicationName ??= "Hongyan";
    }

    /// <inheritdoc/>
    public override string Name => $"{_connectionString.Host}:{_connectionString.Port}/{_connectionString.Database ?? _connectionString.Username}";

    /// <inheritdoc/>
    public override string ReadOnlyConnectionString => With(static settings => settings.Options = "-c default_transaction_read_only=on");

    /// <summary>How the listener opens it: what waits for ever has to ask now and then whether the other side is still there.</summary>
    internal string ListenerConnectionString => With(static settings =>
    {
        settings.Pooling = false;
        settings.KeepAlive = 5;
    });

    /// <summary>How the writer opens it: a connection of its own.</summary>
    internal string WriterConnectionString => With(static settings =>
    {
        settings.Pooling = false;
        settings.Options = WriterSettings;
        // What handlers write by OnCommit is the same few statements again and again.
        settings.MaxAutoPrepare = 50;
    });

    /// <summary>
    /// The connection string with which the driver keeps to the time that it may take to connect. Where it prefers Kerberos and the server
    /// says nothing, it tries once more without, and may then wait for ever (github.com/npgsql/npgsql/issues/6655).
    /// </summary>
    /// <param name="connectionString">As an operator wrote it. <c>GSS Encryption Mode=Require</c> stays.</param>
    /// <returns>The same one where it cannot be read.</returns>
    public static string KeepingTime(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            if (settings.GssEncryptionMode == GssEncryptionMode.Prefer)
                settings.GssEncryptionMode = GssEncryptionMode.Disable;
            return settings.ConnectionString;
        }
        catch (ArgumentException)
        {
            return connectionString;
        }
    }

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ReadOnlyConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Applies the migrations that the store's own tables lack.</summary>
    /// <exception cref="HongyanStartupException">HY1013: the server cannot be reached, or refuses.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => MigrateAsync(StorageContext.HistoryTable, PostgreSqlStorageContext.For, cancellationToken);

    /// <inheritdoc/>
    public override async Task MigrateAsync<TContext>(string historyTable, Func<string, TContext> open, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(historyTable);
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            // Nobody hangs up while a process starts. Migrations take as long as they take, and so does the process that applies them first.
            var patient = With(static settings =>
            {
                settings.Pooling = false;
                settings.Timeout = SecondsToConnectAtStart;
                settings.CommandTimeout = 0;
            });
            if (await IsCurrentAsync(patient, typeof(TContext), historyTable, cancellationToken).ConfigureAwait(false))
                return;
            var holder = new NpgsqlConnection(patient);
            await using var _ = holder.ConfigureAwait(false);
            await holder.OpenAsync(cancellationToken).ConfigureAwait(false);
            var command = new NpgsqlCommand("select pg_advisory_lock($1)", holder) { Parameters = { new() { Value = MigrationLock } } };
            await using var __ = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            if (await IsCurrentAsync(patient, typeof(TContext), historyTable, cancellationToken).ConfigureAwait(false))
                return;
            var context = open(patient);
            await using var ___ = context.ConfigureAwait(false);
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
        {
            throw new HongyanStartupException("HY1013", $"The database {Name} cannot be opened: {failure.Message} Is the server running, and may this user create tables?");
        }
    }

    /// <inheritdoc/>
    public override Task<bool> IsCurrentAsync(CancellationToken cancellationToken) => IsCurrentAsync(ReadOnlyConnectionString, typeof(PostgreSqlStorageContext), StorageContext.HistoryTable, cancellationToken);

    /// <summary>How much there is to do; null where the database cannot be read.</summary>
    internal StoreBacklog? ReadBacklog()
    {
        try
        {
            using var connection = new NpgsqlConnection(ReadOnlyConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand(StoreBacklog.Sql, connection);
            using var row = command.ExecuteReader();
            row.Read();
            return StoreBacklog.Read(row);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private static async Task<bool> IsCurrentAsync(string connectionString, Type contextType, string historyTable, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await using var _ = connection.ConfigureAwait(false);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var command = connection.CreateCommand();
        await using var __ = command.ConfigureAwait(false);
        command.CommandText = "select to_regclass($1)::text";
        command.Parameters.Add(new NpgsqlParameter { Value = $"\"{historyTable}\"" });
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not string)
            return false;
        command.Parameters.Clear();
#pragma warning disable CA2100 // The name of a table cannot be a parameter; this one stands in the application's source.
        command.CommandText = $"select max(\"MigrationId\") from \"{historyTable}\"";
#pragma warning restore CA2100
        return Equals(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string, LastMigrationOf(contextType));
    }

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(_connectionString.ConnectionString);
        change(settings);
        return settings.ConnectionString;
    }
}
