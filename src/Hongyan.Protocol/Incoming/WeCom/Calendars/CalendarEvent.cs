namespace Hongyan.WeCom;

/// <summary>A calendar that an application made was changed (日历变更事件).</summary>
public sealed record CalendarEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CalendarEvent()
    {
    }

    internal CalendarEvent(in Protocol.PayloadFields payload, CalendarChange change)
        : base(payload)
    {
        Change = change;
        CalendarId = payload.Text("CalId"u8);
    }

    /// <summary>What happened.</summary>
    public CalendarChange Change { get; init; }

    /// <summary>The id of the calendar.</summary>
    public string CalendarId { get; init; } = "";
}
