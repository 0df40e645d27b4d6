namespace Hongyan;

/// <summary>A menu button that opens a page was pressed (点击菜单跳转链接). The page opens in any case.</summary>
public sealed record MenuViewEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MenuViewEvent()
    {
    }

    internal MenuViewEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Url = payload.Text("EventKey"u8);
        MenuId = payload.Text("MenuId"u8);
    }

    /// <summary>The page that opened (EventKey).</summary>
    public string Url { get; init; } = "";

    /// <summary>The conditional menu (个性化菜单) that the button stands in; empty where it is the menu for everybody.</summary>
    public string MenuId { get; init; } = "";
}
