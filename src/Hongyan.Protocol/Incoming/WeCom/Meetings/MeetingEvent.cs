namespace Hongyan.WeCom;

/// <summary>
/// Something happened to a meeting (会议) or webinar (网络研讨会) that an application made (meeting_change). <see cref="Incoming.FromUser"/> is
/// the member who did it, or <c>sys</c>.
/// </summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/98397. A corp without the paid features learns only of <c>modify_meeting</c> and
/// <c>cancel_meeting</c>.
/// </remarks>
public abstract record MeetingEvent : IncomingEvent
{
    private protected MeetingEvent()
    {
    }

    private protected MeetingEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        MeetingId = payload.Text("MeetingId"u8);
        OperatorTmpOpenId = payload.Text("FromUserTmpOpenId"u8);
    }

    /// <summary>What happened, in the platform's word; the records say which there are.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The meeting.</summary>
    public string MeetingId { get; init; } = "";

    /// <summary>Who did it, by the id that holds within the meeting; empty where nobody did.</summary>
    public string OperatorTmpOpenId { get; init; } = "";

    /// <summary>Some twenty words share six shapes, so the shape decides, for those that are still to come as well.</summary>
    internal static Incoming Read(in Protocol.PayloadFields payload)
    {
        if (payload.Contains("OperatedUser"u8))
            return new MeetingParticipantEvent(payload);
        if (payload.Contains("RoomResponseStatus"u8))
            return new MeetingRoomResponseEvent(payload);
        if (payload.Contains("WarmUpInfo"u8) || payload.Contains("UploadInfo"u8))
            return new MeetingUploadEvent(payload);
        if (payload.Contains("PstnStatus"u8))
            return new MeetingPhoneCallEvent(payload);
        return payload.Contains("EnrollId"u8) ? new MeetingEnrollmentEvent(payload) : new MeetingChangedEvent(payload);
    }
}
