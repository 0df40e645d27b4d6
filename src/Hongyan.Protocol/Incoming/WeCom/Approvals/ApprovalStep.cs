namespace Hongyan.WeCom;

/// <summary>A step (审批节点) of an approval in the platform's own app.</summary>
public sealed record ApprovalStep
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ApprovalStep()
    {
    }

    internal ApprovalStep(in Protocol.PayloadFields payload)
    {
        Status = (ApprovalStepStatus)(payload.SmallNumber("SpStatus"u8) ?? 0);
        Rule = (ApprovalRule)(payload.SmallNumber("ApproverAttr"u8) ?? 0);
        Decisions = payload.Items("Details"u8, ApprovalDecision.OfDetails);
    }

    /// <summary>The state of the step.</summary>
    public ApprovalStepStatus Status { get; init; }

    /// <summary>How many of its people must agree.</summary>
    public ApprovalRule Rule { get; init; }

    /// <summary>Its people and what they decided.</summary>
    public IReadOnlyList<ApprovalDecision> Decisions { get; init; } = [];
}
