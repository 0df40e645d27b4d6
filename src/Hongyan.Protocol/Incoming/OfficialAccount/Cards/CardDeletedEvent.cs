namespace Hongyan.OfficialAccount;

/// <summary>A person deleted a card (删除卡券, user_del_card).</summary>
public sealed record CardDeletedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardDeletedEvent()
    {
    }

    internal CardDeletedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
