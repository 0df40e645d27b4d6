namespace Hongyan.WeCom;

/// <summary>What came of a member's wish for an account with paid features (高级功能账号申请结果, finish_vip_account_approval).</summary>
public sealed record VipApplicationFinishedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VipApplicationFinishedEvent()
    {
    }

    internal VipApplicationFinishedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Outcome = (VipApplicationOutcome)(payload.SmallNumber("FinishType"u8) ?? 0);
        ApplicationId = payload.Text("ApplyId"u8);
    }

    /// <summary>What came of it.</summary>
    public VipApplicationOutcome Outcome { get; init; }

    /// <summary>The id of the application.</summary>
    public string ApplicationId { get; init; } = "";
}
