using System.Data.Common;
using Hongyan.Storage.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Hongyan.Storage.PostgreSql;

/// <summary>A statement of PostgreSQL.</summary>
internal sealed class PostgreSqlStatement : StoreStatement
{
    private readonly NpgsqlCommand _command;
    private bool _isPrepared;

    public PostgreSqlStatement(NpgsqlConnection connection, string sql, ReadOnlySpan<ColumnType> parameters)
    {
#pragma warning disable CA2100 // Every text is a constant of this project; the values are parameters.
        _command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var type in parameters)
        {
            _command.Parameters.Add(new NpgsqlParameter
            {
                NpgsqlDbType = type switch
                {
                    ColumnType.Text => NpgsqlDbType.Text,
                    ColumnType.Bytes => NpgsqlDbType.Bytea,
                    ColumnType.Number => NpgsqlDbType.Integer,
                    _ => NpgsqlDbType.Bigint,
                },
            });
        }
    }

    public override int Execute(params ReadOnlySpan<StoreValue> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    public override DbDataReader Query(params ReadOnlySpan<StoreValue> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public override void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<StoreValue> values)
    {
        for (var i = 0; i < _command.Parameters.Count; i++)
            _command.Parameters[i].Value = ValueOf(values[i], _command.Parameters[i].NpgsqlDbType);
        if (_isPrepared)
            return;
        _command.Prepare();
        _isPrepared = true;
    }

    private static object ValueOf(in StoreValue value, NpgsqlDbType type) =>
        value.Text is { } text ? PostgreSqlText.Storable(text)
        : value.IsBytes ? value.Bytes
        : value.Number is not { } number ? DBNull.Value
        : type == NpgsqlDbType.Integer ? (int)number : number;
}
