namespace Hongyan.WeCom;

/// <summary>A button of a task card (任务卡片) was pressed: the kind of card before template cards.</summary>
public sealed record TaskCardEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TaskCardEvent()
    {
    }

    internal TaskCardEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Key = payload.Text("EventKey"u8);
        TaskId = payload.Text("TaskId"u8);
    }

    /// <summary>The key of the button (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary>The id of the card that the sender chose.</summary>
    public string TaskId { get; init; } = "";
}
