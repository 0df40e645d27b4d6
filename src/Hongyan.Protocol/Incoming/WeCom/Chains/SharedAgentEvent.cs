namespace Hongyan.WeCom;

/// <summary>
/// The application is shared with other corps than before: those linked with this one (互联企业, share_agent_change), or those of a chain (上下游,
/// share_chain_change).
/// </summary>
public sealed record SharedAgentEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SharedAgentEvent()
    {
    }

    internal SharedAgentEvent(in Protocol.PayloadFields payload, bool isChain)
        : base(payload)
    {
        IsChain = isChain;
        CorpId = payload.Text("CorpId"u8);
        AppId = payload.Text("AppId"u8);
    }

    /// <summary>Whether it is about a chain, not about linked corps.</summary>
    public bool IsChain { get; init; }

    /// <summary>The corp that it is shared with; third-party applications only.</summary>
    public string CorpId { get; init; } = "";

    /// <summary>The application's number within the suite; third-party applications only.</summary>
    public string AppId { get; init; } = "";
}
