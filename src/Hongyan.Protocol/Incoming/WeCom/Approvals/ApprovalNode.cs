namespace Hongyan.WeCom;

/// <summary>A part of an approval's whole course: people who decide, get a copy or carry it out.</summary>
public sealed record ApprovalNode
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ApprovalNode()
    {
    }

    internal ApprovalNode(in Protocol.PayloadFields payload)
    {
        Type = (ApprovalNodeType)(payload.SmallNumber("NodeType"u8) ?? 0);
        Status = (ApprovalStepStatus)(payload.SmallNumber("SpStatus"u8) ?? 0);
        Relation = payload.SmallNumber("ApvRel"u8) ?? 0;
        Decisions = payload.Items("SubNodeList"u8, ApprovalDecision.OfSubNode);
    }

    /// <summary>What its people are there for.</summary>
    public ApprovalNodeType Type { get; init; }

    /// <summary>The state of the part.</summary>
    public ApprovalStepStatus Status { get; init; }

    /// <summary>How several of them act together (ApvRel), as the platform numbers it.</summary>
    public int Relation { get; init; }

    /// <summary>Its people and what they decided.</summary>
    public IReadOnlyList<ApprovalDecision> Decisions { get; init; } = [];
}
