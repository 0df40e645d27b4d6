namespace Hongyan.OfficialAccount;

/// <summary>A step of the account's verification failed (认证失败).</summary>
public sealed record VerificationFailedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VerificationFailedEvent()
    {
    }

    internal VerificationFailedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        FailedAt = payload.Time("FailTime"u8);
        Reason = payload.Text("FailReason"u8);
    }

    /// <summary><c>qualification_verify_fail</c> or <c>naming_verify_fail</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it failed.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Why, in the platform's words.</summary>
    public string Reason { get; init; } = "";
}
