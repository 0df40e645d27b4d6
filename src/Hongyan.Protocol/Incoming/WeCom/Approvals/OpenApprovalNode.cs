namespace Hongyan.WeCom;

/// <summary>A step (审批节点) of an approval that an application started.</summary>
public sealed record OpenApprovalNode
{
    /// <summary>Makes one by hand, for a test.</summary>
    public OpenApprovalNode()
    {
    }

    internal OpenApprovalNode(in Protocol.PayloadFields payload)
    {
        Status = (ApprovalStepStatus)(payload.SmallNumber("NodeStatus"u8) ?? 0);
        Rule = (ApprovalRule)(payload.SmallNumber("NodeAttr"u8) ?? 0);
        Type = (OpenApprovalNodeType)(payload.SmallNumber("NodeType"u8) ?? 0);
        Decisions = payload.Items("Items"u8, (in item) => new OpenApprovalDecision(item));
    }

    /// <summary>The state of the step.</summary>
    public ApprovalStepStatus Status { get; init; }

    /// <summary>How many of its people must agree.</summary>
    public ApprovalRule Rule { get; init; }

    /// <summary>How its people were found.</summary>
    public OpenApprovalNodeType Type { get; init; }

    /// <summary>Its people and what they decided.</summary>
    public IReadOnlyList<OpenApprovalDecision> Decisions { get; init; } = [];
}
