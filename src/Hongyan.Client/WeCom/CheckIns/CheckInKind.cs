namespace Hongyan.WeCom;

/// <summary>Which check-ins are read.</summary>
public enum CheckInKind
{
    /// <summary>At work (上下班打卡).</summary>
    Work = 1,

    /// <summary>Away from it (外出打卡).</summary>
    Outside = 2,

    /// <summary>Both.</summary>
    All = 3,
}
