namespace Hongyan;

/// <summary>A menu button that answers was pressed (点击菜单拉取消息).</summary>
public sealed record MenuClickEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MenuClickEvent()
    {
    }

    internal MenuClickEvent(in Protocol.PayloadFields payload)
        : base(payload) => Key = payload.Text("EventKey"u8);

    /// <summary>The key of the menu button (EventKey).</summary>
    public string Key { get; init; } = "";
}
