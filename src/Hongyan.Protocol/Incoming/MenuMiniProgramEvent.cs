namespace Hongyan;

/// <summary>A menu button that opens a mini program was pressed (点击菜单跳转小程序). It opens in any case.</summary>
public sealed record MenuMiniProgramEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MenuMiniProgramEvent()
    {
    }

    internal MenuMiniProgramEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        PagePath = payload.Text("EventKey"u8);
        MenuId = payload.Text("MenuId"u8);
    }

    /// <summary>The mini program's page that opened (EventKey).</summary>
    public string PagePath { get; init; } = "";

    /// <summary>The conditional menu (个性化菜单) that the button stands in; empty where it is the menu for everybody.</summary>
    public string MenuId { get; init; } = "";
}
