namespace Hongyan;

/// <summary>An event of a kind that this version does not know (未知事件). <see cref="Incoming.Field"/> and <see cref="Incoming.Raw"/> hold all it carried.</summary>
public sealed record UnknownEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UnknownEvent()
    {
    }

    internal UnknownEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var index = payload.Find("Event"u8);
        EventType = index >= 0 && payload.TextAt(index) is { Length: > 0 } name ? name
            : index >= 0 ? payload.Text("Event"u8, "eventtype"u8)
            : payload.Text("InfoType"u8) is { Length: > 0 } info ? info
            : payload.Text("event_type"u8);
        ChangeType = payload.Text("ChangeType"u8);
    }

    /// <summary>The kind as the platform names it (Event; for a third party InfoType, for a robot eventtype, else event_type).</summary>
    public string EventType { get; init; } = "";

    /// <summary>What changed, for events that come in several forms (ChangeType); else empty.</summary>
    public string ChangeType { get; init; } = "";
}
