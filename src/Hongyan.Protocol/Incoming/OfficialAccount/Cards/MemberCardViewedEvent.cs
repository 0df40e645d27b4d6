namespace Hongyan.OfficialAccount;

/// <summary>A person opened a member card (进入会员卡, user_view_card).</summary>
public sealed record MemberCardViewedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MemberCardViewedEvent()
    {
    }

    internal MemberCardViewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        OuterId = payload.Text("OuterId"u8);
        OuterText = payload.Text("OuterStr"u8);
    }

    /// <summary>The scene of the code or page, as a number.</summary>
    public string OuterId { get; init; } = "";

    /// <summary>The same as a text.</summary>
    public string OuterText { get; init; } = "";
}
