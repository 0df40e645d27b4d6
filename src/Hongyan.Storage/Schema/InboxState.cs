namespace Hongyan.Storage.Schema;

/// <summary>How far a message of the inbox has got.</summary>
public enum InboxState
{
    /// <summary>Accepted, without an outcome.</summary>
    Pending = 0,

    /// <summary>Its outcome is committed.</summary>
    Done = 1,

    /// <summary>A dead letter: its handler failed, or it was given up. A person may have it run once more.</summary>
    Dead = 2,
}
