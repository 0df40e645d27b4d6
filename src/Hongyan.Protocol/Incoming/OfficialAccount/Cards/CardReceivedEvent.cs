namespace Hongyan.OfficialAccount;

/// <summary>A person got a card (领取卡券, user_get_card).</summary>
public sealed record CardReceivedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardReceivedEvent()
    {
    }

    internal CardReceivedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        IsGivenByFriend = payload.Flag("IsGiveByFriend"u8) ?? false;
        FriendOpenId = payload.Text("FriendUserName"u8);
        OldCode = payload.Text("OldUserCardCode"u8);
        OuterId = payload.Text("OuterId"u8);
        OuterText = payload.Text("OuterStr"u8);
        IsRestoredMemberCard = payload.Flag("IsRestoreMemberCard"u8) ?? false;
        IsRecommendedByFriend = payload.Flag("IsRecommendByFriend"u8) ?? false;
        UnionId = payload.Text("UnionId"u8);
    }

    /// <summary>Whether a friend gave it.</summary>
    public bool IsGivenByFriend { get; init; }

    /// <summary>The friend who gave it.</summary>
    public string FriendOpenId { get; init; } = "";

    /// <summary>The code that it had with the friend.</summary>
    public string OldCode { get; init; } = "";

    /// <summary>The scene of the code or page that gave it out, as a number.</summary>
    public string OuterId { get; init; } = "";

    /// <summary>The same as a text.</summary>
    public string OuterText { get; init; } = "";

    /// <summary>Whether a member card that was deleted came back.</summary>
    public bool IsRestoredMemberCard { get; init; }

    /// <summary>Whether a friend recommended it.</summary>
    public bool IsRecommendedByFriend { get; init; }

    /// <summary>The person across accounts (union id); may be empty.</summary>
    public string UnionId { get; init; } = "";
}
