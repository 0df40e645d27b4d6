using System.Data.Common;

namespace Hongyan.Storage.Writing;

/// <summary>
/// A statement that is prepared once and run many times in the open transaction. Its parameters are called $1, $2, … in the order of the
/// values.
/// </summary>
internal abstract class StoreStatement : IDisposable
{
    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public abstract int Execute(params ReadOnlySpan<StoreValue> values);

    /// <summary>Runs it and gives its rows.</summary>
    public abstract DbDataReader Query(params ReadOnlySpan<StoreValue> values);

    public abstract void Dispose();
}
