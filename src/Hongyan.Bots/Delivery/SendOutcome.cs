namespace Hongyan;

/// <summary>What came of a call that sends a message.</summary>
public enum SendOutcome
{
    /// <summary>The platform took it.</summary>
    Sent,

    /// <summary>The platform refused it, and will refuse it again.</summary>
    Refused,

    /// <summary>The platform did certainly not take it, but may the next time: it was busy, or not reached.</summary>
    NotTaken,

    /// <summary>The platform may have taken it. Sending it again could show it twice.</summary>
    Unknown,
}
