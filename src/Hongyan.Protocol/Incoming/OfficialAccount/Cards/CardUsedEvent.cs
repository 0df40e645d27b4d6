namespace Hongyan.OfficialAccount;

/// <summary>A card was redeemed (核销卡券, user_consume_card).</summary>
public sealed record CardUsedEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardUsedEvent()
    {
    }

    internal CardUsedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Source = payload.Text("ConsumeSource"u8);
        LocationName = payload.Text("LocationName"u8);
        LocationId = payload.Text("LocationId"u8);
        StaffOpenId = payload.Text("StaffOpenId"u8);
        VerifyCode = payload.Text("VerifyCode"u8);
        RemarkAmount = payload.Text("RemarkAmount"u8);
        OuterId = payload.Text("OuterId"u8);
        OuterText = payload.Text("OuterStr"u8);
    }

    /// <summary>How: <c>FROM_API</c>, <c>FROM_MP</c>, <c>FROM_MOBILE_HELPER</c> …</summary>
    public string Source { get; init; } = "";

    /// <summary>The store.</summary>
    public string LocationName { get; init; } = "";

    /// <summary>The id of the store.</summary>
    public string LocationId { get; init; } = "";

    /// <summary>Who redeemed it in the store.</summary>
    public string StaffOpenId { get; init; } = "";

    /// <summary>The code that a self-service redemption asks for.</summary>
    public string VerifyCode { get; init; } = "";

    /// <summary>The amount that a self-service redemption notes.</summary>
    public string RemarkAmount { get; init; } = "";

    /// <summary>The scene of the code or page, as a number.</summary>
    public string OuterId { get; init; } = "";

    /// <summary>The same as a text.</summary>
    public string OuterText { get; init; } = "";
}
