namespace Hongyan.OfficialAccount;

/// <summary>The verification of a mini program that a third party asked for went on (小程序认证推送, notify_3rd_wxa_auth).</summary>
public sealed record MiniProgramVerificationEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MiniProgramVerificationEvent()
    {
    }

    internal MiniProgramVerificationEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var dispatchInfo = payload.Children("dispatch_info"u8);
        AppId = payload.Text("appid"u8);
        TaskId = payload.Text("taskid"u8);
        TaskStatus = payload.SmallNumber("task_status"u8);
        ApplyStatus = payload.SmallNumber("apply_status"u8);
        Message = payload.Text("message"u8);
        Provider = dispatchInfo.Text("provider"u8);
        Contact = dispatchInfo.Text("contact"u8);
        DispatchedAt = dispatchInfo.Time("dispatch_time"u8);
    }

    /// <summary>The mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The task.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The state of the task as the platform numbers it.</summary>
    public int? TaskStatus { get; init; }

    /// <summary>The state of the application as the platform numbers it.</summary>
    public int? ApplyStatus { get; init; }

    /// <summary>The platform's text.</summary>
    public string Message { get; init; } = "";

    /// <summary>The company that verifies.</summary>
    public string Provider { get; init; } = "";

    /// <summary>How to reach it.</summary>
    public string Contact { get; init; } = "";

    /// <summary>When it was given to the company.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }
}
