namespace Hongyan.OfficialAccount;

/// <summary>A person gave a card to a friend (转赠卡券, user_gifting_card).</summary>
public sealed record CardGiftedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardGiftedEvent()
    {
    }

    internal CardGiftedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        FriendOpenId = payload.Text("FriendUserName"u8);
        IsReturned = payload.Flag("IsReturnBack"u8) ?? false;
        IsInChatRoom = payload.Flag("IsChatRoom"u8) ?? false;
    }

    /// <summary>Who gets it; empty where that is not known yet.</summary>
    public string FriendOpenId { get; init; } = "";

    /// <summary>Whether the friend did not take it and it came back.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether it was given to a group.</summary>
    public bool IsInChatRoom { get; init; }
}
