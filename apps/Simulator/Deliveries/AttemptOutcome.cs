namespace Hongyan.Simulator.Deliveries;

/// <summary>How one attempt to deliver ended.</summary>
public enum AttemptOutcome
{
    /// <summary>The answer is awaited.</summary>
    Waiting,

    /// <summary>200 with a reply that is shown.</summary>
    Replied,

    /// <summary>200 without a reply to show.</summary>
    Accepted,

    /// <summary>200 with a reply that is wrong.</summary>
    RejectedReply,

    /// <summary>No answer within the deadline.</summary>
    TimedOut,

    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>Another status than 200.</summary>
    BadStatus,

    /// <summary>Lost on purpose: no request was made.</summary>
    Dropped,

    /// <summary>Given up because of a reset or the end of the simulator.</summary>
    Cancelled,
}
