namespace Hongyan.OfficialAccount;

/// <summary>The filing of a mini program with the authorities went on (备案状态通知, notify_apply_icpfiling_result).</summary>
public sealed record IcpFilingEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public IcpFilingEvent()
    {
    }

    internal IcpFilingEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        AuthorizerAppId = payload.Text("authorizer_appid"u8);
        Status = payload.SmallNumber("beian_status"u8);
    }

    /// <summary>The mini program.</summary>
    public string AuthorizerAppId { get; init; } = "";

    /// <summary>The state as the platform numbers it: 2 refused by the platform, 3 filing, 4 refused by the authority, 6 filed …</summary>
    public int? Status { get; init; }
}
