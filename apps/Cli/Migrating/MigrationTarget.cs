using System.Globalization;
using Hongyan.Cli.Resources;
using Hongyan.Hub.Storage;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Hongyan.Cli.Migrating;

/// <summary>The database that a server's data go into, and its own note of how far that is.</summary>
internal sealed class MigrationTarget : IAsyncDisposable
{
    private const string Note = "hongyan_data_migration";

    private readonly NpgsqlConnection _connection;

    private MigrationTarget(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Opens an empty database, or one that an earlier run from the same source has left half full.</summary>
    /// <exception cref="InputException">It is not empty, is somebody else's, or cannot be used.</exception>
    public static async Task<MigrationTarget> OpenAsync(string connectionString, string source, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            var target = new MigrationTarget(connection);
            await target.PrepareAsync(connectionString, source, cancellationToken);
            return target;
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            throw new InputException(Texts.Get("Migrate.TargetUnusable", failure.Message));
        }
        catch (InputException)
        {
            await connection!.DisposeAsync();
            throw;
        }
    }

    /// <summary>The types of a table's columns, by name.</summary>
    public async Task<IReadOnlyDictionary<string, NpgsqlDbType>> TypesOfAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Command("select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = $1", table);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var types = new Dictionary<string, NpgsqlDbType>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            types[reader.GetString(0)] = reader.GetString(1) switch
            {
                "bigint" => NpgsqlDbType.Bigint,
                "integer" => NpgsqlDbType.Integer,
                "boolean" => NpgsqlDbType.Boolean,
                "bytea" => NpgsqlDbType.Bytea,
                _ => NpgsqlDbType.Text,
            };
        }
        return types;
    }

    /// <summary>How far a table is: the number of the last row in SQLite, and how many rows there are.</summary>
    public async Task<(long Last, long Copied)> ProgressOfAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Command($"select last, copied from {Note} where name = $1", table);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }

    /// <summary>Writes rows, and how far it is with them, in one transaction.</summary>
    public async Task WriteAsync(
        MigratedTable table, IReadOnlyDictionary<string, NpgsqlDbType> types, IReadOnlyList<object?[]> rows, (long Last, long Copied) progress, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        var columns = table.Columns.Select(Lower).ToList();
        await using (var importer = await _connection.BeginBinaryImportAsync($"copy {table.Name} ({string.Join(", ", columns)}) from stdin (format binary)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await importer.StartRowAsync(cancellationToken);
                for (var i = 0; i < columns.Count; i++)
                    await WriteAsync(importer, row[i + 1], types[columns[i]], cancellationToken);
            }
            await importer.CompleteAsync(cancellationToken);
        }
        await using var note = Command($"insert into {Note} (name, last, copied) values ($1, $2, $3) on conflict (name) do update set last = excluded.last, copied = excluded.copied",
            table.Name, progress.Last, progress.Copied);
        await note.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes the keys that are not there yet.</summary>
    public async Task WriteKeysAsync(IReadOnlyList<(string Name, string Xml)> keys, CancellationToken cancellationToken)
    {
        foreach (var (name, xml) in keys)
        {
            await using var command = Command("insert into hub_keys (name, xml) select $1, $2 where not exists (select 1 from hub_keys where name = $1)", name, xml);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>How many rows a table has.</summary>
    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        (long)(await ScalarAsync($"select count(*) from {table}", cancellationToken))!;

    /// <summary>Lets new rows be numbered after the old ones, and notes that it is done.</summary>
    public async Task FinishAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        foreach (var table in tables)
        {
            if (await ScalarAsync($"select to_regclass('{table}') is not null and exists (select 1 from information_schema.columns where table_schema = current_schema() and table_name = '{table}' and is_identity = 'YES')", cancellationToken) is true)
                await ScalarAsync($"select setval(pg_get_serial_sequence('{table}', 'id'), greatest((select max(id) from {table}), 1))", cancellationToken);
        }
        await ScalarAsync($"insert into {Note} (name, last, copied) values ('finished', 0, 0)", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task PrepareAsync(string connectionString, string source, CancellationToken cancellationToken)
    {
        // Somebody else may be at it.
        if (await ScalarAsync($"select pg_try_advisory_lock(hashtextextended('{Note}', 0))", cancellationToken) is not true)
            throw new InputException(Texts.Get("Migrate.Running"));
        if (await ScalarAsync($"select to_regclass('{Note}') is not null", cancellationToken) is true)
        {
            if (await ScalarAsync($"select source from {Note} where name = 'source'", cancellationToken) as string != source)
                throw new InputException(Texts.Get("Migrate.OtherSource"));
            if (await ScalarAsync($"select 1 from {Note} where name = 'finished'", cancellationToken) is not null)
                throw new InputException(Texts.Get("Migrate.Finished"));
        }
        else
        {
            if (await ScalarAsync("select table_name::text from information_schema.tables where table_schema = current_schema() order by table_name limit 1", cancellationToken) is string table)
                throw new InputException(Texts.Get("Migrate.NotEmpty", table));
            await using var note = Command($"create table {Note} (name text primary key, last bigint not null, copied bigint not null, source text)");
            await note.ExecuteNonQueryAsync(cancellationToken);
            await using var from = Command($"insert into {Note} (name, last, copied, source) values ('source', 0, 0, $1)", source);
            await from.ExecuteNonQueryAsync(cancellationToken);
        }
        foreach (var context in new DbContext[] { PostgreSqlStorageContext.For(connectionString), PostgreSqlHubContext.For(connectionString), PostgreSqlIssueDeskContext.For(connectionString) })
        {
            await using (context)
                await context.Database.MigrateAsync(cancellationToken);
        }
        await ScalarAsync("create table if not exists demo_counts (Account text not null, Person text not null, Count bigint not null, primary key (Account, Person))", cancellationToken);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter importer, object? value, NpgsqlDbType type, CancellationToken cancellationToken) => value switch
    {
        null => importer.WriteNullAsync(cancellationToken),
        byte[] bytes => importer.WriteAsync(bytes, type, cancellationToken),
        string text => importer.WriteAsync(PostgreSqlText.Storable(text), type, cancellationToken),
        _ when type == NpgsqlDbType.Boolean => importer.WriteAsync(Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0, type, cancellationToken),
        _ when type == NpgsqlDbType.Integer => importer.WriteAsync(Convert.ToInt32(value, CultureInfo.InvariantCulture), type, cancellationToken),
        _ when type == NpgsqlDbType.Bigint => importer.WriteAsync(Convert.ToInt64(value, CultureInfo.InvariantCulture), type, cancellationToken),
        _ => importer.WriteAsync(Convert.ToString(value, CultureInfo.InvariantCulture)!, type, cancellationToken),
    };

#pragma warning disable CA1308 // PostgreSQL's own rule for names, not a comparison.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(cancellationToken) is var value and not DBNull ? value : null;
    }

#pragma warning disable CA2100 // Names of tables are the program's own; values are parameters.
    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
#pragma warning restore CA2100
}
