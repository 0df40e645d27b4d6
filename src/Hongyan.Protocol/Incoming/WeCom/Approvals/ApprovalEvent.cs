namespace Hongyan.WeCom;

/// <summary>An approval in the platform's own approval app (审批) came into another state (审批申请状态变化回调通知).</summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/91815. <see cref="OpenApprovalEvent"/> tells of those that an application started.
/// </remarks>
public sealed record ApprovalEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ApprovalEvent()
    {
    }

    internal ApprovalEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var info = payload.Children("ApprovalInfo"u8);
        var applicant = info.Children("Applyer"u8);
        Number = info.Text("SpNoStr"u8) is { Length: > 0 } number ? number : info.Text("SpNo"u8);
        TemplateName = info.Text("SpName"u8);
        TemplateId = info.Text("TemplateId"u8);
        Status = (ApprovalStatus)(info.SmallNumber("SpStatus"u8) ?? 0);
        Action = (ApprovalAction)(info.SmallNumber("StatuChangeEvent"u8) ?? 0);
        AppliedAt = info.Time("ApplyTime"u8);
        ApplicantUserId = applicant.Text("UserId"u8);
        ApplicantDepartmentId = applicant.Number("Party"u8);
        Steps = info.Items("SpRecord"u8, (in item) => new ApprovalStep(item));
        NotifiedUserIds = info.Items("Notifyer"u8, (in item) => item.Text("UserId"u8));
        Nodes = info.Items("ProcessList"u8, "NodeList"u8, (in item) => new ApprovalNode(item));
        Comments = info.Items("Comments"u8, (in item) => new ApprovalComment(item));
    }

    /// <summary>The number (审批单号).</summary>
    public string Number { get; init; } = "";

    /// <summary>The name of the template.</summary>
    public string TemplateName { get; init; } = "";

    /// <summary>The id of the template.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>The state of the approval after the change.</summary>
    public ApprovalStatus Status { get; init; }

    /// <summary>What changed it.</summary>
    public ApprovalAction Action { get; init; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>The member who asks for it.</summary>
    public string ApplicantUserId { get; init; } = "";

    /// <summary>The department they ask from; null where the platform leaves it out.</summary>
    public long? ApplicantDepartmentId { get; init; }

    /// <summary>The steps as they were first reported (SpRecord), in their order.</summary>
    public IReadOnlyList<ApprovalStep> Steps { get; init; } = [];

    /// <summary>Who gets a copy (抄送).</summary>
    public IReadOnlyList<string> NotifiedUserIds { get; init; } = [];

    /// <summary>The whole course (ProcessList), in its order; also copies and those who carry it out.</summary>
    public IReadOnlyList<ApprovalNode> Nodes { get; init; } = [];

    /// <summary>What was noted (备注).</summary>
    public IReadOnlyList<ApprovalComment> Comments { get; init; } = [];
}
