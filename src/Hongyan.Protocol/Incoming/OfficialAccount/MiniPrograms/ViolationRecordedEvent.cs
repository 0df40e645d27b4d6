namespace Hongyan.OfficialAccount;

/// <summary>A mini program broke a rule (违规记录, wxa_illegal_record).</summary>
public sealed record ViolationRecordedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ViolationRecordedEvent()
    {
    }

    internal ViolationRecordedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        RecordId = payload.Text("illegal_record_id"u8);
        AppId = payload.Text("appid"u8);
        RecordedAt = payload.Time("create_time"u8);
        Reason = payload.Text("illegal_reason"u8);
        Content = payload.Text("illegal_content"u8);
        RuleUrl = payload.Text("rule_url"u8);
        RuleName = payload.Text("rule_name"u8);
    }

    /// <summary>The record.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>The mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What broke it.</summary>
    public string Content { get; init; } = "";

    /// <summary>Where the rule can be read.</summary>
    public string RuleUrl { get; init; } = "";

    /// <summary>The name of the rule.</summary>
    public string RuleName { get; init; } = "";
}
