namespace Hongyan.Storage.Sqlite;

/// <summary>Something to be written, and somebody who waits for it.</summary>
internal abstract class WriteOperation
{
    /// <summary>Writes inside the open transaction. May be done for nothing: the commit is still to come.</summary>
    public abstract void Execute(SqliteSession session);

    /// <summary>Says that it is committed.</summary>
    public abstract void Succeed();

    /// <summary>Says that nothing of it was committed.</summary>
    public abstract void Fail(Exception failure);
}
