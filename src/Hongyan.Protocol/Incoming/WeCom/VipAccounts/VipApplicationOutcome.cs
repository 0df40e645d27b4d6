namespace Hongyan.WeCom;

/// <summary>What came of a wish for an account with paid features. A number that the platform adds later is kept as it is.</summary>
public enum VipApplicationOutcome
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>已拒绝.</summary>
    Refused = 1,

    /// <summary>已分配.</summary>
    Assigned = 2,

    /// <summary>成员已撤回.</summary>
    Withdrawn = 3,
}
