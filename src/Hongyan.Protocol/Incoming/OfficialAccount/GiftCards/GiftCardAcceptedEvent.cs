namespace Hongyan.OfficialAccount;

/// <summary>A friend took gift cards (礼品卡领取, giftcard_user_accept).</summary>
public sealed record GiftCardAcceptedEvent : GiftCardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GiftCardAcceptedEvent()
    {
    }

    internal GiftCardAcceptedEvent(in Protocol.PayloadFields payload)
        : base(payload) => IsInChatRoom = payload.Flag("IsChatRoom"u8) ?? false;

    /// <summary>Whether they had been given to a group.</summary>
    public bool IsInChatRoom { get; init; }
}
