namespace Hongyan.WeCom;

/// <summary>An administrator switched the workbench template of the application on or off (切换工作台自定义展示).</summary>
public sealed record WorkbenchModeEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public WorkbenchModeEvent()
    {
    }

    internal WorkbenchModeEvent(in Protocol.PayloadFields payload)
        : base(payload) => Mode = (WorkbenchMode)(payload.SmallNumber("Mode"u8) ?? 0);

    /// <summary>What the workbench shows now.</summary>
    public WorkbenchMode Mode { get; init; }
}
