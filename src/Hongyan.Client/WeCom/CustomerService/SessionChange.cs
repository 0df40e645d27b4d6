namespace Hongyan.WeCom;

/// <summary>How a session changed hands.</summary>
public enum SessionChange
{
    /// <summary>A servicer took it from the queue.</summary>
    TakenFromQueue = 1,

    /// <summary>It went to another servicer.</summary>
    Transferred = 2,

    /// <summary>It ended.</summary>
    Ended = 3,

    /// <summary>A servicer took up an ended one.</summary>
    Resumed = 4,
}
