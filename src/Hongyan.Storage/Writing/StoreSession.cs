using System.Data.Common;

namespace Hongyan.Storage.Writing;

/// <summary>The writer's connection with its prepared statements, and the transaction that is open.</summary>
internal abstract class StoreSession(StoreClock clock) : IDisposable
{
    private const string Savepoint = "guard";

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

    /// <summary>Runs code that is somebody else's: where it throws, what it wrote is undone, and nothing that others wrote.</summary>
    /// <returns>What it threw; null where it went well.</returns>
    public virtual Exception? Guard(Action work)
    {
        Transaction.Save(Savepoint);
        try
        {
            work();
            Transaction.Release(Savepoint);
            return null;
        }
#pragma warning disable CA1031 // Whatever it throws is its own failure, and no other's.
        catch (Exception failure) when (!IsOfTheStore(failure))
#pragma warning restore CA1031
        {
            Transaction.Rollback(Savepoint);
            return failure;
        }
    }

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
