namespace Hongyan.WeCom;

/// <summary>What came of a step, or of one person in it. A number that the platform adds later is kept as it is.</summary>
public enum ApprovalStepStatus
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>审批中.</summary>
    Pending = 1,

    /// <summary>已同意.</summary>
    Approved = 2,

    /// <summary>已驳回.</summary>
    Rejected = 3,

    /// <summary>已转审.</summary>
    Transferred = 4,
}
