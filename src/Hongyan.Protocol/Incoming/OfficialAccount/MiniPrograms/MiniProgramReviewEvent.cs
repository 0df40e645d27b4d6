namespace Hongyan.OfficialAccount;

/// <summary>A version of a mini program was reviewed (小程序代码审核).</summary>
public sealed record MiniProgramReviewEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MiniProgramReviewEvent()
    {
    }

    internal MiniProgramReviewEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        ReviewedAt = payload.Time("SuccTime"u8) ?? payload.Time("FailTime"u8) ?? payload.Time("DelayTime"u8);
        Reason = payload.Text("Reason"u8);
        ScreenshotMediaIds = payload.SplitTexts("ScreenShot"u8, '|');
    }

    /// <summary><c>weapp_audit_success</c>, <c>weapp_audit_fail</c> or <c>weapp_audit_delay</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it was accepted, refused or put off.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Why it was refused or put off.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The pictures of what was refused, as media ids.</summary>
    public IReadOnlyList<string> ScreenshotMediaIds { get; init; } = [];
}
