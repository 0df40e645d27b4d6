namespace Hongyan.WeCom;

/// <summary>How a rule tells when to check in.</summary>
public enum CheckInGroupType
{
    /// <summary>At fixed times (固定时间上下班).</summary>
    Fixed = 1,

    /// <summary>By shifts (按班次上下班).</summary>
    Shift = 2,

    /// <summary>At any time (自由上下班).</summary>
    Free = 3,
}
