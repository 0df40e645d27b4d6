namespace Hongyan.Storage;

/// <summary>How far a message has got.</summary>
public enum InboxStatus
{
    /// <summary>The message is committed, its outcome is not yet.</summary>
    Accepted,

    /// <summary>The message and its outcome are committed.</summary>
    Completed,

    /// <summary>The message is committed; its outcome is not, because something registered with <c>OnCommit</c> threw.</summary>
    EffectFailed,

    /// <summary>Another run has taken the message over; this one's outcome was not committed.</summary>
    LeaseLost,

    /// <summary>The message had been completed before; this outcome was not committed.</summary>
    Known,

    /// <summary>The message is committed, and waits until those before it in its conversation have an outcome, wherever they run.</summary>
    Queued,

    /// <summary>The message had been accepted by another process, which runs it.</summary>
    Elsewhere,
}
