namespace Hongyan.WeCom;

/// <summary>A meeting calls somebody's telephone (PSTN 外呼状态更新事件, pstn_status_update).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/98774</remarks>
public sealed record MeetingPhoneCallEvent : MeetingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingPhoneCallEvent()
    {
    }

    internal MeetingPhoneCallEvent(in Protocol.PayloadFields payload)
        : base(payload) => Status = payload.Text("PstnStatus"u8);

    /// <summary>
    /// How far the call is: <c>START_INVITE</c>, <c>START_ACCEPT</c>, <c>LEAVE_WITHOUT_ACCEPT</c>, <c>LEAVE_WITH_ACCEPTED</c> or
    /// <c>CANCLE_INVITE</c>, in the platform's spelling.
    /// </summary>
    public string Status { get; init; } = "";
}
