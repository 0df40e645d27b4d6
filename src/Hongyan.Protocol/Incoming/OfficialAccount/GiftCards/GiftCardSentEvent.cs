namespace Hongyan.OfficialAccount;

/// <summary>Gift cards were given to a friend (礼品卡赠送, giftcard_send_to_friend).</summary>
public sealed record GiftCardSentEvent : GiftCardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GiftCardSentEvent()
    {
    }

    internal GiftCardSentEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        IsInChatRoom = payload.Flag("IsChatRoom"u8) ?? false;
        IsReturned = payload.Flag("IsReturnBack"u8) ?? false;
    }

    /// <summary>Whether they were given to a group.</summary>
    public bool IsInChatRoom { get; init; }

    /// <summary>Whether nobody took them within a day and they came back.</summary>
    public bool IsReturned { get; init; }
}
