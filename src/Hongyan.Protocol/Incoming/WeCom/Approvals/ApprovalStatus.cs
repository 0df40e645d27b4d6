namespace Hongyan.WeCom;

/// <summary>The state of an approval. A number that the platform adds later is kept as it is.</summary>
public enum ApprovalStatus
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>审批中.</summary>
    Pending = 1,

    /// <summary>已通过.</summary>
    Approved = 2,

    /// <summary>已驳回.</summary>
    Rejected = 3,

    /// <summary>已撤销.</summary>
    Withdrawn = 4,

    /// <summary>通过后撤销; the platform's own approval app only, as those that follow.</summary>
    Revoked = 6,

    /// <summary>已删除.</summary>
    Deleted = 7,

    /// <summary>已支付.</summary>
    Paid = 10,
}
