namespace Hongyan.WeCom;

/// <summary>Someone who decides in a step of an approval in the platform's own app, and what they decided.</summary>
public sealed record ApprovalDecision
{
    /// <summary>The member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>What they decided.</summary>
    public ApprovalStepStatus Status { get; init; }

    /// <summary>What they said with it (审批意见); may be empty.</summary>
    public string Speech { get; init; } = "";

    /// <summary>When they did; null where they have not.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    internal static ApprovalDecision OfDetails(in Protocol.PayloadFields item) => new()
    {
        UserId = item.Text("Approver"u8, "UserId"u8),
        Status = (ApprovalStepStatus)(item.SmallNumber("SpStatus"u8) ?? 0),
        Speech = item.Text("Speech"u8),
        DecidedAt = item.Time("SpTime"u8),
    };

    internal static ApprovalDecision OfSubNode(in Protocol.PayloadFields item) => new()
    {
        UserId = item.Text("UserInfo"u8, "UserId"u8),
        Status = (ApprovalStepStatus)(item.SmallNumber("SpYj"u8) ?? 0),
        Speech = item.Text("Speech"u8),
        DecidedAt = item.Time("Sptime"u8),
    };
}
