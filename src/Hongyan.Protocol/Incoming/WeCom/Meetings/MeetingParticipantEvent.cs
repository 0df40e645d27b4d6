namespace Hongyan.WeCom;

/// <summary>
/// Somebody in a meeting got another role or was moved into or out of the waiting room (会议成员角色变更事件、等候室事件):
/// <c>role_change</c>, <c>webinar_role_change</c>, <c>move_to_waiting_room</c>, <c>quit_waiting_room</c> …
/// </summary>
public sealed record MeetingParticipantEvent : MeetingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingParticipantEvent()
    {
    }

    internal MeetingParticipantEvent(in Protocol.PayloadFields payload)
        : base(payload) => Participant = new MeetingParticipant(payload.Children("OperatedUser"u8));

    /// <summary>Whom it was done to.</summary>
    public MeetingParticipant Participant { get; init; } = new();
}
