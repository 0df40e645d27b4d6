namespace Hongyan.Storage;

/// <summary>What has become of a message of the outbox. The first two are open, the others final.</summary>
public enum OutboxState
{
    /// <summary>To be sent, now or after a pause.</summary>
    Pending = 0,

    /// <summary>Being sent. Found at start, it is <see cref="Unknown"/>.</summary>
    Sending = 1,

    /// <summary>The platform took it.</summary>
    Sent = 2,

    /// <summary>The platform refused it for good, or the last try failed.</summary>
    Failed = 3,

    /// <summary>The platform may have taken it: a person decides whether to send it again.</summary>
    Unknown = 4,

    /// <summary>It could not be sent in time and is worth nothing now.</summary>
    Expired = 5,
}
