namespace Hongyan.WeCom;

/// <summary>The application is hardly used and will be suspended, was suspended, or is back (长期未使用应用临时停用与重新启用事件).</summary>
public sealed record AgentActivityEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AgentActivityEvent()
    {
    }

    internal AgentActivityEvent(in Protocol.PayloadFields payload, AgentActivity change)
        : base(payload)
    {
        Change = change;
        EffectiveAt = payload.Time("EffectTime"u8);
    }

    /// <summary>What happened.</summary>
    public AgentActivity Change { get; init; }

    /// <summary>When the announced suspension takes effect; null for what has already happened.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }
}
