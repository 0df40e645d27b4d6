namespace Hongyan.WeCom;

/// <summary>A button of a template card was pressed or its form submitted (模板卡片事件推送).</summary>
public sealed record TemplateCardEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TemplateCardEvent()
    {
    }

    internal TemplateCardEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Key = payload.Text("EventKey"u8);
        TaskId = payload.Text("TaskId"u8);
        CardType = payload.Text("CardType"u8);
        ResponseCode = payload.Text("ResponseCode"u8);
        SelectedItems = payload.Items("SelectedItems"u8, "SelectedItem"u8, ReadSelectedItem);
    }

    /// <summary>The key of what was pressed (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary>The id of the card that the sender chose.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The kind of card: <c>button_interaction</c>, <c>vote_interaction</c> …</summary>
    public string CardType { get; init; } = "";

    /// <summary>What allows to update the card once, within 72 hours.</summary>
    public string ResponseCode { get; init; } = "";

    /// <summary>What was chosen, a row for each question.</summary>
    public IReadOnlyList<SelectedItem> SelectedItems { get; init; } = [];

    // An old page of the documents spells it OpitonIds, and so do those who copied from it.
    private static SelectedItem ReadSelectedItem(in Protocol.PayloadFields item) => new()
    {
        QuestionKey = item.Text("QuestionKey"u8),
        OptionIds = item.Contains("OptionIds"u8) ? item.Texts("OptionIds"u8, "OptionId"u8) : item.Texts("OpitonIds"u8, "OpitonId"u8),
    };
}
