namespace Hongyan.OfficialAccount;

/// <summary>A verification was paid for, or given to a verifier (认证支付成功, 认证派单; wx_verify_pay_succ, wx_verify_dispatch).</summary>
public sealed record VerificationDispatchedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VerificationDispatchedEvent()
    {
    }

    internal VerificationDispatchedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        Provider = payload.Text("Provider"u8);
        Contact = payload.Text("Contact"u8);
        DispatchedAt = payload.Time("DispatchTime"u8);
    }

    /// <summary><c>wx_verify_pay_succ</c> or <c>wx_verify_dispatch</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The company that verifies; empty where it was only paid.</summary>
    public string Provider { get; init; } = "";

    /// <summary>How to reach it.</summary>
    public string Contact { get; init; } = "";

    /// <summary>When it was given to the company.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }
}
