using Microsoft.Data.Sqlite;

namespace Hongyan.Storage.Sqlite;

/// <summary>A statement that is prepared once and run many times. Its parameters are called $1, $2, … in the order of the values.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public PreparedStatement(SqliteConnection connection, int parameters, string sql)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this project; the values are parameters.
        _command.CommandText = sql;
#pragma warning restore CA2100
        _parameters = [.. Enumerable.Range(1, parameters).Select(number => _command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" }))];
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteNonQuery();

    /// <summary>Runs it and gives its rows.</summary>
    public SqliteDataReader Query(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bind(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < _parameters.Length; i++)
            _parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }
}
