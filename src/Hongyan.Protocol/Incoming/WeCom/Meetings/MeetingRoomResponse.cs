namespace Hongyan.WeCom;

/// <summary>What came of calling a meeting room. A number that the platform adds later is kept as it is.</summary>
public enum MeetingRoomResponse
{
    /// <summary>无应答.</summary>
    NoAnswer = 0,

    /// <summary>未呼叫.</summary>
    NotCalled = 1,

    /// <summary>入会中.</summary>
    Joined = 2,

    /// <summary>被拒绝.</summary>
    Refused = 3,

    /// <summary>呼叫中.</summary>
    Calling = 4,

    /// <summary>取消呼叫.</summary>
    Cancelled = 5,

    /// <summary>已离会.</summary>
    Left = 6,
}
