namespace Hongyan.WeCom;

/// <summary>A member opened the application (进入应用). Comes each time; greet once a day, if at all.</summary>
public sealed record EnterAgentEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public EnterAgentEvent()
    {
    }

    internal EnterAgentEvent(in Protocol.PayloadFields payload)
        : base(payload) => EventKey = payload.Text("EventKey"u8);

    /// <summary>Empty, or what led here (EventKey).</summary>
    public string EventKey { get; init; } = "";
}
