namespace Hongyan.OfficialAccount;

/// <summary>From which carrier's net (运营商) the platform looks.</summary>
public enum CheckOperator
{
    /// <summary>The one that fits the address.</summary>
    Default,

    /// <summary>中国电信.</summary>
    ChinaTelecom,

    /// <summary>中国联通.</summary>
    ChinaUnicom,

    /// <summary>Tencent's own.</summary>
    Tencent,
}
