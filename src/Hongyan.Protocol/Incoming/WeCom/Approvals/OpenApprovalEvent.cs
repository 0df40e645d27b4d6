namespace Hongyan.WeCom;

/// <summary>An approval that an application of the corp started came into another state (自建应用审批状态变化通知).</summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/90240. <see cref="ApprovalEvent"/> tells of those in the platform's own approval app.
/// </remarks>
public sealed record OpenApprovalEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public OpenApprovalEvent()
    {
    }

    internal OpenApprovalEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var info = payload.Children("ApprovalInfo"u8);
        Number = info.Text("ThirdNo"u8);
        TemplateName = info.Text("OpenSpName"u8);
        TemplateId = info.Text("OpenTemplateId"u8);
        Status = (ApprovalStatus)(info.SmallNumber("OpenSpStatus"u8) ?? 0);
        AppliedAt = info.Time("ApplyTime"u8);
        ApplicantName = info.Text("ApplyUserName"u8);
        ApplicantUserId = info.Text("ApplyUserId"u8);
        ApplicantDepartment = info.Text("ApplyUserParty"u8);
        ApplicantImageUrl = info.Text("ApplyUserImage"u8);
        Nodes = info.Items("ApprovalNodes"u8, "ApprovalNode"u8, (in item) => new OpenApprovalNode(item));
        Notified = info.Items("NotifyNodes"u8, "NotifyNode"u8, (in item) => new OpenApprovalPerson(item));
        CurrentStep = info.SmallNumber("ApproverStep"u8) ?? 0;
    }

    /// <summary>The number (审批单号) that the application chose.</summary>
    public string Number { get; init; } = "";

    /// <summary>The name of the template.</summary>
    public string TemplateName { get; init; } = "";

    /// <summary>The id of the template.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>The state of the approval now.</summary>
    public ApprovalStatus Status { get; init; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>The name of the member who asks for it.</summary>
    public string ApplicantName { get; init; } = "";

    /// <summary>The member who asks for it.</summary>
    public string ApplicantUserId { get; init; } = "";

    /// <summary>The name of their department.</summary>
    public string ApplicantDepartment { get; init; } = "";

    /// <summary>Their picture.</summary>
    public string ApplicantImageUrl { get; init; } = "";

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<OpenApprovalNode> Nodes { get; init; } = [];

    /// <summary>Who gets a copy (抄送).</summary>
    public IReadOnlyList<OpenApprovalPerson> Notified { get; init; } = [];

    /// <summary>The step it is at, counted from 0.</summary>
    public int CurrentStep { get; init; }
}
