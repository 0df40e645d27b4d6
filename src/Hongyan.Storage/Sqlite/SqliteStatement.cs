using System.Data.Common;
using Hongyan.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hongyan.Storage.Sqlite;

/// <summary>A statement of SQLite.</summary>
/// <remarks>
/// What only writes goes to SQLite itself: of the time of an insert, a command with its parameters takes more than the database
/// (bench/README.md).
/// </remarks>
internal sealed class SqliteStatement : StoreStatement
{
    private readonly SqliteSession _session;
    private readonly SqliteConnection _connection;
    private readonly string _sql;
    private readonly int[] _positions;
    private readonly StoreValue[] _bound;
    private sqlite3_stmt? _statement;
    private SqliteCommand? _query;

    public SqliteStatement(SqliteSession session, SqliteConnection connection, string sql, int parameters)
    {
        _session = session;
        _connection = connection;
        _sql = sql;
        _positions = new int[parameters];
        _bound = new StoreValue[parameters];
    }

    public override int Execute(params ReadOnlySpan<StoreValue> values)
    {
        var connection = _connection.Handle!;
        var statement = _statement ??= Prepare(connection);
        for (var i = 0; i < _positions.Length; i++)
            Bind(connection, statement, i, values[i]);
        var result = raw.sqlite3_step(statement);
        var problem = result is raw.SQLITE_DONE or raw.SQLITE_ROW ? null : Problem(connection, result);
        // Whatever it says is what the step said.
        _ = raw.sqlite3_reset(statement);
        return problem is null ? raw.sqlite3_changes(connection) : throw problem;
    }

    public override DbDataReader Query(params ReadOnlySpan<StoreValue> values)
    {
        var query = _query ??= NewQuery();
        query.Transaction = (SqliteTransaction)_session.Transaction;
        for (var i = 0; i < _positions.Length; i++)
            query.Parameters[i].Value = ValueOf(values[i]);
        return query.ExecuteReader();
    }

    public override void Dispose()
    {
        _statement?.Dispose();
        _query?.Dispose();
    }

    private sqlite3_stmt Prepare(sqlite3 connection)
    {
        Check(connection, raw.sqlite3_prepare_v3(connection, _sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        // SQLite counts parameters in the order in which they stand in the text.
        for (var i = 0; i < _positions.Length; i++)
            _positions[i] = raw.sqlite3_bind_parameter_index(statement, $"${i + 1}");
        return statement;
    }

    private SqliteCommand NewQuery()
    {
        var query = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this project; the values are parameters.
        query.CommandText = _sql;
#pragma warning restore CA2100
        for (var i = 0; i < _positions.Length; i++)
            query.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        return query;
    }

    /// <summary>Gives a parameter its value. It keeps it from one time to the next, and most rows differ in half of their values only.</summary>
    private void Bind(sqlite3 connection, sqlite3_stmt statement, int index, in StoreValue value)
    {
        if (value.Equals(_bound[index]))
            return;
        Check(connection, Bind(statement, _positions[index], value));
        _bound[index] = value;
    }

    private static int Bind(sqlite3_stmt statement, int position, in StoreValue value) =>
        value.Text is { } text ? raw.sqlite3_bind_text(statement, position, text)
        : value.IsBytes ? raw.sqlite3_bind_blob(statement, position, value.Bytes.Span)
        : value.Number is { } number ? raw.sqlite3_bind_int64(statement, position, number)
        : raw.sqlite3_bind_null(statement, position);

    private static object ValueOf(in StoreValue value) =>
        value.Text is { } text ? text
        : value.IsBytes ? value.Bytes.ToArray()
        : value.Number is { } number ? number
        : DBNull.Value;

    private static void Check(sqlite3 connection, int result)
    {
        if (result != raw.SQLITE_OK)
            throw Problem(connection, result);
    }

    private static SqliteException Problem(sqlite3 connection, int result) =>
        new($"SQLite Error {result & 0xFF}: '{raw.sqlite3_errmsg(connection).utf8_to_string()}'.", result & 0xFF, raw.sqlite3_extended_errcode(connection));
}
