namespace Hongyan.WeCom;

/// <summary>The state of a live broadcast. A number that the platform adds later is kept as it is.</summary>
public enum LivingStatus
{
    /// <summary>预约中.</summary>
    Reserved = 0,

    /// <summary>直播中.</summary>
    Living = 1,

    /// <summary>已结束.</summary>
    Ended = 2,

    /// <summary>已过期. Not pushed to applications of the corp itself.</summary>
    Expired = 3,

    /// <summary>已取消.</summary>
    Cancelled = 4,
}
