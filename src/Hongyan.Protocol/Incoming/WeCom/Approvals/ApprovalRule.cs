namespace Hongyan.WeCom;

/// <summary>How many people of a step must agree. A number that the platform adds later is kept as it is.</summary>
public enum ApprovalRule
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>或签: one is enough.</summary>
    Anyone = 1,

    /// <summary>会签: all of them.</summary>
    Everyone = 2,
}
