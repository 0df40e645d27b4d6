namespace Hongyan.OfficialAccount;

/// <summary>A step of the account's verification succeeded or is due (认证事件).</summary>
public sealed record VerificationEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VerificationEvent()
    {
    }

    internal VerificationEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        ExpiresAt = payload.Time("ExpiredTime"u8);
    }

    /// <summary>
    /// <c>qualification_verify_success</c> the qualification was verified, <c>naming_verify_success</c> the name, <c>annual_renew</c> the yearly renewal
    /// is due, <c>verify_expired</c> the verification has ended.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>When the verification ends or ended.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
