namespace Hongyan.OfficialAccount;

/// <summary>Something happened to one card of a person (卡券事件).</summary>
public abstract record CardEvent : IncomingEvent
{
    private protected CardEvent()
    {
    }

    private protected CardEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        CardId = payload.Text("CardId"u8);
        Code = payload.Text("UserCardCode"u8);
    }

    /// <summary>The kind of card.</summary>
    public string CardId { get; init; } = "";

    /// <summary>The code of this person's card.</summary>
    public string Code { get; init; } = "";
}
