namespace Hongyan.WeCom;

/// <summary>Something happened to a meeting (会议) that an application made (会议变更事件, meeting_change).</summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/98397. A corp without the paid features learns only of <c>modify_meeting</c> and
/// <c>cancel_meeting</c>. <see cref="Incoming.FromUser"/> is who did it, or <c>sys</c>.
/// </remarks>
public sealed record MeetingEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingEvent()
    {
    }

    internal MeetingEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        MeetingId = payload.Text("MeetingId"u8);
        OperatorTmpOpenId = payload.Text("FromUserTmpOpenId"u8);
        Participant = payload.Contains("OperatedUser"u8) ? new MeetingParticipant(payload.Children("OperatedUser"u8)) : null;
        RoomId = payload.Number("MeetingRoomId"u8);
        RoomResponseStatus = payload.SmallNumber("RoomResponseStatus"u8);
        WarmUp = payload.Contains("WarmUpInfo"u8) ? new MeetingWarmUp(payload.Children("WarmUpInfo"u8)) : null;
        Uploads = payload.Items("UploadInfo"u8, (in item) => new MeetingUpload(item));
        EnrollmentId = payload.Text("EnrollId"u8);
        DeviceAddress = payload.Contains("MraAddress"u8) ? new MeetingDeviceAddress(payload.Children("MraAddress"u8)) : null;
    }

    /// <summary>
    /// What happened: <c>modify_meeting</c>, <c>cancel_meeting</c>, <c>meeting_start</c>, <c>quit_meeting</c>, <c>role_change</c>,
    /// <c>move_to_waiting_room</c>, <c>open_screen_share</c>, <c>start_recording</c> …
    /// </summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The meeting.</summary>
    public string MeetingId { get; init; } = "";

    /// <summary>Who did it, by the id that holds within the meeting; empty where nobody did.</summary>
    public string OperatorTmpOpenId { get; init; } = "";

    /// <summary>Whom it was done to; null where it is about the meeting.</summary>
    public MeetingParticipant? Participant { get; init; }

    /// <summary>The meeting room; null where it is not about one.</summary>
    public long? RoomId { get; init; }

    /// <summary>How the room answered the invitation, as the platform numbers it; null where it is not about one.</summary>
    public int? RoomResponseStatus { get; init; }

    /// <summary>What came of uploading what is shown before a webinar (暖场); null where it is not about that.</summary>
    public MeetingWarmUp? WarmUp { get; init; }

    /// <summary>What came of uploading pictures and videos of a webinar; empty where it is not about that.</summary>
    public IReadOnlyList<MeetingUpload> Uploads { get; init; } = [];

    /// <summary>The enrolment (报名) in a webinar; empty where it is not about one.</summary>
    public string EnrollmentId { get; init; } = "";

    /// <summary>The conference device that was called; null where it is not about one.</summary>
    public MeetingDeviceAddress? DeviceAddress { get; init; }
}
