namespace Hongyan;

/// <summary>A code was scanned and the client waits for the answer (扫码推事件且弹出“消息接收中”提示框).</summary>
public sealed record ScanCodeWaitEvent : ScanCodeEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ScanCodeWaitEvent()
    {
    }

    internal ScanCodeWaitEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
