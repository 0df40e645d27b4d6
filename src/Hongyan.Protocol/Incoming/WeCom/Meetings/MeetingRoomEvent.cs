namespace Hongyan.WeCom;

/// <summary>A meeting room was booked, or the booking was cancelled (会议室预定事件).</summary>
public sealed record MeetingRoomEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingRoomEvent()
    {
    }

    internal MeetingRoomEvent(in Protocol.PayloadFields payload, MeetingRoomChange change)
        : base(payload)
    {
        Change = change;
        RoomId = payload.Number("MeetingRoomId"u8);
        BookingId = payload.Text("BookingId"u8);
        MeetingId = payload.Text("MeetingId"u8);
    }

    /// <summary>What happened.</summary>
    public MeetingRoomChange Change { get; init; }

    /// <summary>The room.</summary>
    public long? RoomId { get; init; }

    /// <summary>The booking; empty in the older form.</summary>
    public string BookingId { get; init; } = "";

    /// <summary>The meeting it is for; empty in the newer form.</summary>
    public string MeetingId { get; init; } = "";
}
