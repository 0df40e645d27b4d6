namespace Hongyan.Storage;

/// <summary>What the inbox says when it has written something.</summary>
/// <param name="Status">How far the message has got.</param>
/// <param name="Fence">The number of the run; later writes of this run carry it.</param>
public readonly record struct InboxResult(InboxStatus Status, long Fence)
{
    /// <summary>Which way the answer takes; set where the status is Completed or Known.</summary>
    public HandOver HandOver { get; init; }

    /// <summary>The answer that was stored earlier; set where the status is Known.</summary>
    public ReadOnlyMemory<byte> StoredAnswer { get; init; }

    /// <summary>What <c>OnCommit</c> threw; set where the status is EffectFailed.</summary>
    public Exception? Failure { get; init; }
}
