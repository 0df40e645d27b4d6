namespace Hongyan.Storage;

/// <summary>The store as an application sees it, whichever database it is: one writer for the application's own tables too.</summary>
public interface IStore
{
    /// <summary>Whether the last write worked.</summary>
    bool IsHealthy { get; }

    /// <summary>Writes in a transaction of the one writer, shared with whatever else is written at the moment.</summary>
    /// <param name="write">Short statements, and nothing that waits for anything else. May be run again where the first time was undone.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment, or the write threw; nothing was written.</exception>
    Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken);
}
