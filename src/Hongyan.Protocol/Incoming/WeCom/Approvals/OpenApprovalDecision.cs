namespace Hongyan.WeCom;

/// <summary>Someone who decides in a step, and what they decided.</summary>
public sealed record OpenApprovalDecision
{
    /// <summary>Makes one by hand, for a test.</summary>
    public OpenApprovalDecision()
    {
    }

    internal OpenApprovalDecision(in Protocol.PayloadFields payload)
    {
        Name = payload.Text("ItemName"u8);
        UserId = payload.Text("ItemUserId"u8);
        Department = payload.Text("ItemParty"u8);
        ImageUrl = payload.Text("ItemImage"u8);
        Status = (ApprovalStepStatus)(payload.SmallNumber("ItemStatus"u8) ?? 0);
        Speech = payload.Text("ItemSpeech"u8);
        DecidedAt = payload.Time("ItemOpTime"u8);
    }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The name of their department.</summary>
    public string Department { get; init; } = "";

    /// <summary>Their picture.</summary>
    public string ImageUrl { get; init; } = "";

    /// <summary>What they decided.</summary>
    public ApprovalStepStatus Status { get; init; }

    /// <summary>What they said with it (审批意见); may be empty.</summary>
    public string Speech { get; init; } = "";

    /// <summary>When they did; null where they have not.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}
