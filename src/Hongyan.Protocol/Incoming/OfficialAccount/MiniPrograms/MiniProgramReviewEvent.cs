using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A version of a mini program was reviewed (小程序代码审核).</summary>
public sealed record MiniProgramReviewEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MiniProgramReviewEvent()
    {
    }

    internal MiniProgramReviewEvent(in PayloadFields payload)
        : base(payload)
    {
        Kind = KindOf(payload);
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

    /// <summary>One string for each kind that there is.</summary>
    private static string KindOf(in PayloadFields payload) => !payload.TryGetRun("Event"u8, out var kind) ? payload.Text("Event"u8)
        : kind.SequenceEqual("weapp_audit_success"u8) ? "weapp_audit_success"
        : kind.SequenceEqual("weapp_audit_fail"u8) ? "weapp_audit_fail"
        : kind.SequenceEqual("weapp_audit_delay"u8) ? "weapp_audit_delay"
        : payload.Text("Event"u8);
}
