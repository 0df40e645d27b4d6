using Hongyan.Cli.Resources;
using Npgsql;

namespace Hongyan.Cli.Migrating;

/// <summary>
/// The database in PostgreSQL that is filled. How far it has got is written in the same transaction as the rows, so a copy that is killed goes on
/// where it was.
/// </summary>
internal sealed class PostgreSqlTarget : IAsyncDisposable
{
    private const string StateTable = "hongyan_data_migration";

    private readonly NpgsqlConnection _connection;

    private PostgreSqlTarget(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Opens the database.</summary>
    /// <exception cref="InputException">The connection string cannot be read.</exception>
    /// <exception cref="NpgsqlException">It cannot be reached.</exception>
    public static async Task<PostgreSqlTarget> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            // Counting a large table takes as long as it takes.
            settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        }
        catch (ArgumentException failure)
        {
            throw new InputException(Texts.Get("Migrate.ConnectionString", failure.Message));
        }
        if (string.IsNullOrEmpty(settings.Host))
            throw new InputException(Texts.Get("Migrate.ConnectionString", "Host"));
        // As in PostgreSqlDatabase.KeepingTime: a server that says nothing may be waited for for ever otherwise.
        if (settings.GssEncryptionMode == GssEncryptionMode.Prefer)
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new PostgreSqlTarget(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The columns of a table; none where it is not there.</summary>
    public async Task<IReadOnlyList<TargetColumn>> ColumnsOfAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Command("select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = $1 order by ordinal_position", table);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<TargetColumn>();
        while (await rows.ReadAsync(cancellationToken))
            columns.Add(new TargetColumn(rows.GetString(0), rows.GetString(1)));
        return columns;
    }

    /// <summary>Which table has to be filled before which, because its rows are named there.</summary>
    public async Task<ILookup<string, string>> ReferencesAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("""
            select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
            where contype = 'f' and conrelid <> confrelid and connamespace = current_schema()::regnamespace
            """);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var references = new List<(string From, string To)>();
        while (await rows.ReadAsync(cancellationToken))
            references.Add((rows.GetString(0), rows.GetString(1)));
        return references.ToLookup(reference => reference.From, reference => reference.To);
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Command($"select count(*) from {Quoted(table)}");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>How far an earlier copy got, by table; null where there was none.</summary>
    public async Task<IReadOnlyDictionary<string, MigrationState>?> FindStateAsync(CancellationToken cancellationToken)
    {
        if ((await ColumnsOfAsync(StateTable, cancellationToken)).Count == 0)
            return null;
        await using var command = Command($"select tablename, lastrow, isdone from {StateTable}");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var states = new Dictionary<string, MigrationState>();
        while (await rows.ReadAsync(cancellationToken))
            states[rows.GetString(0)] = new MigrationState(rows.GetInt64(1), rows.GetBoolean(2));
        return states;
    }

    /// <summary>Whose data an earlier copy brought; empty where there was none.</summary>
    public async Task<string> FindSourceAsync(CancellationToken cancellationToken)
    {
        await using var command = Command($"select coalesce(obj_description(to_regclass('{StateTable}')), '')");
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Begins a copy.</summary>
    /// <param name="source">What it comes from, as it is recognised the next time.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task BeginAsync(string source, IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        await using (var create = Command($"""
            create table {StateTable} (tablename text primary key, lastrow bigint not null, isdone boolean not null);
            comment on table {StateTable} is '{source.Replace("'", "''", StringComparison.Ordinal)}'
            """))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        foreach (var table in tables)
        {
            await using var insert = Command($"insert into {StateTable} values ($1, $2, false)", table, long.MinValue);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes rows and how far the table has got, in one transaction.</summary>
    public async Task WriteAsync(TargetTable table, IReadOnlyList<(long Number, object?[] Values)> rows, bool isLast, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        if (rows.Count > 0)
            await CopyAsync(table, rows, cancellationToken);
        await using (var state = Command($"update {StateTable} set lastrow = greatest(lastrow, $2), isdone = $3 where tablename = $1", table.Name, rows.Count > 0 ? rows[^1].Number : long.MinValue, isLast))
            await state.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Lets the numbers that the database gives itself go on behind the largest that was copied.</summary>
    public async Task SetSequencesAsync(string table, CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        await using (var command = Command("select column_name from information_schema.columns where table_schema = current_schema() and table_name = $1 and is_identity = 'YES'", table))
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
                columns.Add(rows.GetString(0));
        }
        foreach (var column in columns)
        {
            await using var command = Command($"select setval(pg_get_serial_sequence($1, $2), max({Quoted(column)})) from {Quoted(table)} having max({Quoted(column)}) is not null", table, column);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Adds a key of Data Protection, where it is not there yet.</summary>
    public async Task AddKeyAsync(string name, string xml, CancellationToken cancellationToken)
    {
        await using var command = Command("insert into hub_keys (name, xml) select $1, $2 where not exists (select 1 from hub_keys where name = $1)", name, xml);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task CopyAsync(TargetTable table, IReadOnlyList<(long Number, object?[] Values)> rows, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", table.Columns.Select(column => Quoted(column.Name)));
        await using var copy = await _connection.BeginBinaryImportAsync($"copy {Quoted(table.Name)} ({columns}) from stdin (format binary)", cancellationToken);
        foreach (var (_, values) in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                    await copy.WriteAsync(table.Columns[i].Convert(value), table.Columns[i].WireType, cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
#pragma warning disable CA2100 // Names are quoted; values are parameters.
        var command = new NpgsqlCommand(sql, _connection);
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
