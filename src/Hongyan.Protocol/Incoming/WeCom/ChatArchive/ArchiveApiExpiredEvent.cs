namespace Hongyan.WeCom;

/// <summary>
/// A corp's right to the archive's interfaces ended (高级接口到期), bought or on trial: <c>advanced_api_expired</c>,
/// <c>advanced_api_trial_expired</c>.
/// </summary>
public sealed record ArchiveApiExpiredEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ArchiveApiExpiredEvent()
    {
    }

    internal ArchiveApiExpiredEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ApiType = payload.Text("AdvanceApiType"u8);
        Edition = payload.Children("ChatArchiveApi"u8).Text("Edition"u8);
    }

    /// <summary>Which interfaces, as the platform writes it; empty where it does not.</summary>
    public string ApiType { get; init; } = "";

    /// <summary>The edition that was bought, as the platform writes it; empty for a trial.</summary>
    public string Edition { get; init; } = "";
}
