namespace Hongyan.WeCom;

/// <summary>
/// A member started a quick meeting (快速会议) or was the first in a planned one (会议发起事件, meeting_statistics). <see cref="Incoming.FromUser"/>
/// is the member, or who planned it where the first came from outside.
/// </summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/99648. Any meeting of a member within the application's visible scope, whoever made
/// it.
/// </remarks>
public sealed record MeetingInitiatedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingInitiatedEvent()
    {
    }

    internal MeetingInitiatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        Status = (MeetingInitiation)(payload.SmallNumber("Status"u8) ?? 0);
    }

    /// <summary>What happened: <c>start_meeting</c>.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>Whether it could be started.</summary>
    public MeetingInitiation Status { get; init; }
}
