namespace Hongyan.WeCom;

/// <summary>Somebody enrolled in a meeting or webinar (用户报名事件, <c>enroll</c>), or no longer wants to come (用户取消报名事件).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/98781</remarks>
public sealed record MeetingEnrollmentEvent : MeetingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingEnrollmentEvent()
    {
    }

    internal MeetingEnrollmentEvent(in Protocol.PayloadFields payload)
        : base(payload) => EnrollmentId = payload.Text("EnrollId"u8);

    /// <summary>The enrolment.</summary>
    public string EnrollmentId { get; init; } = "";
}
