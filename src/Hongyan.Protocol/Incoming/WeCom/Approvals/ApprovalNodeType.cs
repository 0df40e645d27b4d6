namespace Hongyan.WeCom;

/// <summary>What the people of a part of an approval are there for. A number that the platform adds later is kept as it is.</summary>
public enum ApprovalNodeType
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>审批人.</summary>
    Approver = 1,

    /// <summary>抄送人.</summary>
    Notified = 2,

    /// <summary>办理人.</summary>
    Handler = 3,
}
