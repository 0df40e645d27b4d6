using System.Data.Common;

namespace Hongyan.Storage.Writing;

/// <summary>The writer's connection with its prepared statements, and the transaction that is open.</summary>
internal abstract class StoreSession(StoreClock clock) : IDisposable
{
    private readonly List<StoreStatement> _statements = [];

    public abstract OutboxStatements Outbox { get; }

    public abstract DialogStatements Dialogs { get; }

    public abstract DbTransaction Transaction { get; }

    /// <summary>The time of the open transaction, in Unix milliseconds: the store's clock.</summary>
    public long Now { get; protected set; }

    public StoreClock Clock => clock;

    /// <summary>A statement of this connection; it ends with it.</summary>
    public StoreStatement Prepare(string sql, params ReadOnlySpan<ColumnType> parameters)
    {
        var statement = NewStatement(sql, parameters);
        _statements.Add(statement);
        return statement;
    }

    public abstract void Commit();

    /// <summary>Whether something that failed is the database's fault, and nobody's message is to blame.</summary>
    public abstract bool IsOfTheStore(Exception failure);

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        Close();
    }

    protected abstract StoreStatement NewStatement(string sql, ReadOnlySpan<ColumnType> parameters);

    protected abstract void Close();
}
