namespace Hongyan.WeCom;

/// <summary>A schedule in a calendar that an application made was changed, or somebody answered it (日程变更事件).</summary>
public sealed record ScheduleEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ScheduleEvent()
    {
    }

    internal ScheduleEvent(in Protocol.PayloadFields payload, CalendarChange change)
        : base(payload)
    {
        Change = change;
        CalendarId = payload.Text("CalId"u8);
        ScheduleId = payload.Text("ScheduleId"u8);
    }

    /// <summary>What happened.</summary>
    public CalendarChange Change { get; init; }

    /// <summary>The id of the calendar.</summary>
    public string CalendarId { get; init; } = "";

    /// <summary>The id of the schedule.</summary>
    public string ScheduleId { get; init; } = "";
}
