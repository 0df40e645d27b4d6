namespace Hongyan.OfficialAccount;

/// <summary>The points or balance of a member card changed (会员卡内容更新, update_member_card).</summary>
public sealed record MemberCardChangedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MemberCardChangedEvent()
    {
    }

    internal MemberCardChangedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        BonusChange = payload.Decimal("ModifyBonus"u8) ?? 0;
        BalanceChange = payload.Decimal("ModifyBalance"u8) ?? 0;
    }

    /// <summary>The points (积分) gained or lost.</summary>
    public double BonusChange { get; init; }

    /// <summary>The balance (余额) gained or lost.</summary>
    public double BalanceChange { get; init; }
}
