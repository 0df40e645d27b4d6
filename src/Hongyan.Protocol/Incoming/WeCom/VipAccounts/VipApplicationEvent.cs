namespace Hongyan.WeCom;

/// <summary>
/// A member asks for an account with paid features (高级功能账号申请, submit_vip_account_approval). <see cref="Incoming.FromUser"/> is the member.
/// </summary>
public sealed record VipApplicationEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VipApplicationEvent()
    {
    }

    internal VipApplicationEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Feature = (VipFeature)(payload.SmallNumber("BusinessType"u8) ?? 0);
        ApplicationId = payload.Text("ApplyId"u8);
        Reason = payload.Text("ApplyReason"u8);
    }

    /// <summary>What for.</summary>
    public VipFeature Feature { get; init; }

    /// <summary>The id of the application.</summary>
    public string ApplicationId { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
}
