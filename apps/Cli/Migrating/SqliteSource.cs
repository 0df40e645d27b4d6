using System.Globalization;
using Hongyan.Cli.Resources;
using Microsoft.Data.Sqlite;

namespace Hongyan.Cli.Migrating;

/// <summary>The SQLite file that is left: only read, and held, so that no server writes to it meanwhile.</summary>
internal sealed class SqliteSource : IDisposable
{
    private readonly FileStream _lock;
    private readonly SqliteConnection _connection;

    private SqliteSource(string path, FileStream @lock, SqliteConnection connection)
    {
        Path = path;
        _lock = @lock;
        _connection = connection;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Opens the file.</summary>
    /// <exception cref="InputException">It is not there, a server has it, or it is not Hongyan's.</exception>
    public static SqliteSource Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (!File.Exists(path))
            throw new InputException(Texts.Get("Migrate.NoSource", path));
        FileStream @lock;
        try
        {
            // The server holds the same file as long as it runs.
            @lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Texts.Get("Migrate.SourceInUse", path));
        }
        // What a killed server left in -wal is read from there: whoever only reads puts nothing back, and both files stay as they are.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        var source = new SqliteSource(path, @lock, connection);
        try
        {
            connection.Open();
            if (!source.TableNames().Contains("bots_inbox"))
                throw new InputException(Texts.Get("Migrate.ForeignSource", path));
            return source;
        }
        catch (SqliteException failure)
        {
            source.Dispose();
            throw new InputException(Texts.Get("Migrate.SourceUnreadable", path, failure.Message));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>The tables with data: all but those in which SQLite, the migrations and the scheduler keep their own state.</summary>
    public IReadOnlyList<string> TableNames()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            select name from sqlite_master
            where type = 'table' and name not like 'sqlite\_%' escape '\' and name not like '%\_migrations' escape '\' and name not like '\_\_EF%' escape '\' and name not like 'qrtz\_%' escape '\'
            order by name
            """;
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
            names.Add(rows.GetString(0));
        return names;
    }

    public IReadOnlyList<string> ColumnsOf(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "select name from pragma_table_info($table) order by cid";
        command.Parameters.AddWithValue("$table", table);
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
            names.Add(rows.GetString(0));
        return names;
    }

    public long Count(string table) => Convert.ToInt64(Scalar($"select count(*) from {Quoted(table)}"), CultureInfo.InvariantCulture);

    /// <summary>Some rows in the order in which they were first written.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="after">The number of the last row that is not wanted any more.</param>
    /// <param name="limit">How many rows at most.</param>
    /// <returns>Each row with its number: null, long, double, string or byte[].</returns>
    public IEnumerable<(long Number, object?[] Values)> Read(string table, IReadOnlyList<string> columns, long after, int limit)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the file itself and are quoted; values are parameters.
        command.CommandText = $"select rowid, {string.Join(", ", columns.Select(Quoted))} from {Quoted(table)} where rowid > $after order by rowid limit $limit";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var values = new object?[columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = rows.IsDBNull(i + 1) ? null : rows.GetValue(i + 1);
            yield return (rows.GetInt64(0), values);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _lock.Dispose();
    }

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
