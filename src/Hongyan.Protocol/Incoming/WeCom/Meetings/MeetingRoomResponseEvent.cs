namespace Hongyan.WeCom;

/// <summary>A meeting room (会议室) or conference device that a meeting called has answered or not (会议室应答事件, meeting_room_response).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/98783</remarks>
public sealed record MeetingRoomResponseEvent : MeetingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingRoomResponseEvent()
    {
    }

    internal MeetingRoomResponseEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        RoomId = payload.Text("MeetingRoomId"u8);
        DeviceAddress = payload.Contains("MraAddress"u8) ? new MeetingDeviceAddress(payload.Children("MraAddress"u8)) : null;
        Response = (MeetingRoomResponse)(payload.SmallNumber("RoomResponseStatus"u8) ?? 0);
    }

    /// <summary>The room; empty where a device was called.</summary>
    public string RoomId { get; init; } = "";

    /// <summary>The device (MRA); null where a room was called.</summary>
    public MeetingDeviceAddress? DeviceAddress { get; init; }

    /// <summary>What came of the call.</summary>
    public MeetingRoomResponse Response { get; init; }
}
