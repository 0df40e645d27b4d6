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
        SelectedItems = ReadSelectedItems(payload);
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

    private static List<SelectedItem> ReadSelectedItems(in Protocol.PayloadFields payload)
    {
        var rows = new List<SelectedItem>();
        var items = payload.Children("SelectedItems"u8);
        for (var item = items.IndexOf("SelectedItem"u8); item >= 0; item = items.IndexOf("SelectedItem"u8, item + 1))
        {
            var fields = items.ChildrenAt(item);
            var options = new List<string>();
            // An old page of the documents spells it OpitonIds, and so do those who copied from it.
            var ids = fields.IndexOf("OptionIds"u8) >= 0 ? fields.Children("OptionIds"u8) : fields.Children("OpitonIds"u8);
            for (var i = 0; i < ids.Count; i++)
                options.Add(Protocol.XmlText.Decode(ids.ContentAt(i)));
            rows.Add(new SelectedItem { QuestionKey = fields.Text("QuestionKey"u8), OptionIds = options });
        }
        return rows;
    }
}
