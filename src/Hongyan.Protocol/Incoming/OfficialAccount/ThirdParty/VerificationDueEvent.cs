namespace Hongyan.OfficialAccount;

/// <summary>The yearly verification of a mini program is due (小程序认证年审提醒, notify_3rd_wxa_wxverify).</summary>
public sealed record VerificationDueEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VerificationDueEvent()
    {
    }

    internal VerificationDueEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        AppId = payload.Text("appid"u8);
        ExpiresAt = payload.Time("expired"u8);
        Message = payload.Text("message"u8);
    }

    /// <summary>The mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>When the verification ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The platform's text.</summary>
    public string Message { get; init; } = "";
}
