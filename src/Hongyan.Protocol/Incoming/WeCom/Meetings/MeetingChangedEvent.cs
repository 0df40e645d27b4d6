namespace Hongyan.WeCom;

/// <summary>
/// A meeting was changed or cancelled, started, somebody left, shared the screen, recorded … (会议变更事件): <c>modify_meeting</c>,
/// <c>cancel_meeting</c>, <c>meeting_start</c>, <c>quit_meeting</c>, <c>open_screen_share</c>, <c>start_recording</c> …
/// </summary>
public sealed record MeetingChangedEvent : MeetingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingChangedEvent()
    {
    }

    internal MeetingChangedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
