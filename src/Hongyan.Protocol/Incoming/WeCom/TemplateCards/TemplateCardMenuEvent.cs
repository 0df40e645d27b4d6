namespace Hongyan.WeCom;

/// <summary>An entry of the menu at the top right of a template card was chosen (通用模板卡片右上角菜单事件推送).</summary>
public sealed record TemplateCardMenuEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TemplateCardMenuEvent()
    {
    }

    internal TemplateCardMenuEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Key = payload.Text("EventKey"u8);
        TaskId = payload.Text("TaskId"u8);
        CardType = payload.Text("CardType"u8);
        ResponseCode = payload.Text("ResponseCode"u8);
    }

    /// <summary>The key of what was pressed (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary>The id of the card that the sender chose.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The kind of card: <c>button_interaction</c>, <c>vote_interaction</c> …</summary>
    public string CardType { get; init; } = "";

    /// <summary>What allows to update the card once, within 72 hours.</summary>
    public string ResponseCode { get; init; } = "";
}
