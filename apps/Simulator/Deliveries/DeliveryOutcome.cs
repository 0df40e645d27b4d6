namespace Hongyan.Simulator.Deliveries;

/// <summary>How a delivery ended.</summary>
public enum DeliveryOutcome
{
    /// <summary>Not yet: an attempt is under way or the next one is due.</summary>
    Pending,

    /// <summary>Accepted, and the reply is shown to the member.</summary>
    Replied,

    /// <summary>Accepted, and nothing is shown.</summary>
    Accepted,

    /// <summary>Accepted, but the reply is wrong, so nothing is shown.</summary>
    RejectedReply,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>The world was reset, or the simulator stopped, before an end.</summary>
    Cancelled,
}
