namespace Hongyan.OfficialAccount;

/// <summary>A person came into the conversation from a card (从卡券进入公众号会话, user_enter_session_from_card).</summary>
public sealed record CardSessionEnteredEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardSessionEnteredEvent()
    {
    }

    internal CardSessionEnteredEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
