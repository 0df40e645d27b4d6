namespace Hongyan.WeCom;

/// <summary>What was done to an approval. A number that the platform adds later is kept as it is.</summary>
public enum ApprovalAction
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>提单.</summary>
    Submitted = 1,

    /// <summary>同意.</summary>
    Approved = 2,

    /// <summary>驳回.</summary>
    Rejected = 3,

    /// <summary>转审.</summary>
    Transferred = 4,

    /// <summary>催办.</summary>
    Urged = 5,

    /// <summary>撤销.</summary>
    Withdrawn = 6,

    /// <summary>通过后撤销.</summary>
    Revoked = 8,

    /// <summary>添加备注.</summary>
    Commented = 10,
}
