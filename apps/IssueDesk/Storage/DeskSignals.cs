using Hongyan.Hub.Cluster;
using Hongyan.Storage;

namespace Hongyan.IssueDesk.Storage;

/// <summary>
/// Wakes the desk's workers at once, whichever node has written something for them. They look through the one writer, so what is being
/// committed while they wake is there when they look.
/// </summary>
internal sealed class DeskSignals : IDisposable
{
    private readonly IDisposable _hearing;

    public DeskSignals(ICluster cluster) => _hearing = cluster.Hear(DeskTopics.Work, SetAll);

    /// <summary>A draft was confirmed, or something else waits for the tracker.</summary>
    public CommitSignal Tracker { get; } = new();

    /// <summary>A card is to be sent to a person.</summary>
    public CommitSignal People { get; } = new();

    /// <summary>A card is to be sent to the group.</summary>
    public CommitSignal Group { get; } = new();

    public void Dispose() => _hearing.Dispose();

    private void SetAll()
    {
        Tracker.Set();
        People.Set();
        Group.Set();
    }
}
