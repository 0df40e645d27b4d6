using Hongyan.Storage;

namespace Hongyan.Hub.Storage;

/// <summary>Where the console keeps its accounts and its audit.</summary>
internal interface IHubStore
{
    /// <summary>Creates or migrates the tables where that is due.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Opens the tables for reading.</summary>
    HubContext Open();

    /// <summary>Writes in one transaction.</summary>
    /// <param name="write">Short statements that do not throw: others may share the transaction.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment; nothing was.</exception>
    Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken);
}
