namespace Hongyan.OfficialAccount;

/// <summary>An appeal against a record was handed in or decided (申诉记录, wxa_appeal_record).</summary>
public sealed record AppealDecidedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AppealDecidedEvent()
    {
    }

    internal AppealDecidedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        RecordId = payload.Text("appeal_record_id"u8);
        AppId = payload.Text("appid"u8);
        AppealedAt = payload.Time("appeal_time"u8);
        AppealCount = payload.SmallNumber("appeal_count"u8);
        AppealedBy = payload.SmallNumber("appeal_from"u8);
        Status = payload.SmallNumber("appeal_status"u8);
        AuditReason = payload.Text("audit_reason"u8);
        Punishment = payload.Text("punish_description"u8);
        Materials = payload.Items("material"u8, AppealMaterial.Read);
    }

    /// <summary>The appeal.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>The mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? AppealedAt { get; init; }

    /// <summary>How many there were.</summary>
    public int? AppealCount { get; init; }

    /// <summary>Who appealed, as the platform numbers it.</summary>
    public int? AppealedBy { get; init; }

    /// <summary>The outcome as the platform numbers it.</summary>
    public int? Status { get; init; }

    /// <summary>Why.</summary>
    public string AuditReason { get; init; } = "";

    /// <summary>What the penalty is.</summary>
    public string Punishment { get; init; } = "";

    /// <summary>What was brought forward.</summary>
    public IReadOnlyList<AppealMaterial> Materials { get; init; } = [];
}
