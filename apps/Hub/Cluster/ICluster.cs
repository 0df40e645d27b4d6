using Hongyan.Storage;

namespace Hongyan.Hub.Cluster;

/// <summary>What the nodes of a server have between them. With SQLite or in memory there is one node, and nothing to agree on.</summary>
public interface ICluster
{
    /// <summary>Tells all nodes something, this one too, once the transaction is committed. On the only node nothing is told: it knows.</summary>
    /// <param name="db">The transaction of the change that is told of.</param>
    /// <param name="topic">What has changed, such as <c>issuedesk.settings</c>: a few letters, nothing that a person wrote.</param>
    void Tell(StoreTransaction db, string topic);

    /// <summary>Calls back when a topic is told of, and whenever something may have been missed. Briefly: everybody else waits.</summary>
    /// <returns>Ends it.</returns>
    IDisposable Hear(string topic, Action heard);

    /// <summary>
    /// Runs work on one node at a time: waits until no other node leads, and again after the lead was lost, until the process ends. What was
    /// under way when the lead is lost may still be on its way when another node begins.
    /// </summary>
    /// <param name="role">What is led, such as <c>issuedesk.tracker</c>.</param>
    /// <param name="work">Goes on until its token says otherwise.</param>
    /// <param name="stoppingToken">Ends with the process.</param>
    Task LeadAsync(string role, Func<CancellationToken, Task> work, CancellationToken stoppingToken);
}
