namespace Hongyan.OfficialAccount;

/// <summary>The use of an interface that tells of people was reviewed (隐私接口申请审核结果, wxa_privacy_apply).</summary>
public sealed record PrivacyInterfaceReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public PrivacyInterfaceReviewedEvent()
    {
    }

    internal PrivacyInterfaceReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var resultInfo = payload.Children("result_info"u8);
        ApiName = resultInfo.Text("api_name"u8);
        AppliedAt = resultInfo.Time("apply_time"u8);
        AuditId = resultInfo.Text("audit_id"u8);
        AuditedAt = resultInfo.Time("audit_time"u8);
        Reason = resultInfo.Text("reason"u8);
        Status = resultInfo.SmallNumber("status"u8);
    }

    /// <summary>The interface.</summary>
    public string ApiName { get; init; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>The review.</summary>
    public string AuditId { get; init; } = "";

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? AuditedAt { get; init; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The outcome as the platform numbers it.</summary>
    public int? Status { get; init; }
}
