namespace Hongyan.WeCom;

/// <summary>
/// The quota of the customer acquisition assistant (获客助手额度) runs low, is used up, grew or expires: <c>balance_low</c>, <c>balance_exhausted</c>,
/// <c>balance_increased</c>, <c>quota_expire_soon</c>.
/// </summary>
public sealed record AcquisitionQuotaEvent : AcquisitionEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AcquisitionQuotaEvent()
    {
    }

    internal AcquisitionQuotaEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ExpiresAt = payload.Time("ExpireTime"u8);
        ExpiringCount = payload.SmallNumber("ExpireQuotaNum"u8);
    }

    /// <summary>When the quota expires; null where that is not what happened.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How much of it expires; null where that is not what happened.</summary>
    public int? ExpiringCount { get; init; }
}
