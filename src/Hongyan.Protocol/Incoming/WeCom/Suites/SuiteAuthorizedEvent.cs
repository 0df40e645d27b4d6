namespace Hongyan.WeCom;

/// <summary>A corp authorised the suite (授权成功通知). To be answered within a second.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90642</remarks>
public sealed record SuiteAuthorizedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SuiteAuthorizedEvent()
    {
    }

    internal SuiteAuthorizedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        AuthCode = payload.Text("AuthCode"u8);
        State = payload.Text("State"u8);
        OpenKfIds = SuiteAuthorizationChangedEvent.ReadAccounts(payload);
    }

    /// <summary>To be exchanged for the permanent code within ten minutes. It is a secret: keep it out of logs.</summary>
    public string AuthCode { get; init; } = "";

    /// <summary>What the authorisation link carried; empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>The customer service accounts (客服账号) that were authorised; empty for other suites.</summary>
    public IReadOnlyList<string> OpenKfIds { get; init; } = [];
}
