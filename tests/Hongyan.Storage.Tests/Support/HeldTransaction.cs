using System.Data.Common;

namespace Hongyan.Storage.Tests.Support;

/// <summary>Somebody else's transaction, which is undone in the end.</summary>
internal sealed class HeldTransaction : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    public HeldTransaction(DbConnection connection, string? statement = null)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction();
        if (statement is null)
            return;
        using var command = connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // The texts are the tests' own.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }
}
