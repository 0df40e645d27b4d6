namespace Hongyan.WeCom;

/// <summary>What happened to a meeting room.</summary>
public enum MeetingRoomChange
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>It was booked.</summary>
    Booked = 1,

    /// <summary>The booking was cancelled.</summary>
    Cancelled = 2,
}
