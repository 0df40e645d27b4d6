namespace Hongyan.WeCom;

/// <summary>Statistics of meetings that were asked for are ready, or could not be made (会议统计, meeting_statistics).</summary>
public sealed record MeetingStatisticsEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingStatisticsEvent()
    {
    }

    internal MeetingStatisticsEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        Status = payload.Text("Status"u8);
    }

    /// <summary>Which, in the platform's word.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>What came of it, as the platform writes it.</summary>
    public string Status { get; init; } = "";
}
