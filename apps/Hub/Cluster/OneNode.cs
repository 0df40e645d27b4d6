using Hongyan.Storage;

namespace Hongyan.Hub.Cluster;

/// <summary>The only node: it leads at once, and for as long as it runs.</summary>
public sealed class OneNode : ICluster
{
    /// <inheritdoc/>
    public void Tell(StoreTransaction db, string topic)
    {
        // Whoever changes something knows of it.
    }

    /// <inheritdoc/>
    public IDisposable Hear(string topic, Action heard) => new Nothing();

    /// <inheritdoc/>
    public Task LeadAsync(string role, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work(stoppingToken);
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
            // There is nothing to end.
        }
    }
}
