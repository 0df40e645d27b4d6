namespace Hongyan.OfficialAccount;

/// <summary>A person filled in the form of a member card (会员卡激活, submit_membercard_user_info).</summary>
public sealed record MemberCardActivatedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MemberCardActivatedEvent()
    {
    }

    internal MemberCardActivatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
