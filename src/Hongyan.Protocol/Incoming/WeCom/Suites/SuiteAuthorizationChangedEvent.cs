namespace Hongyan.WeCom;

/// <summary>A corp changed what the suite may do (变更授权通知). What it may do now is asked for.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90642</remarks>
public sealed record SuiteAuthorizationChangedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SuiteAuthorizationChangedEvent()
    {
    }

    internal SuiteAuthorizationChangedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        State = payload.Text("State"u8);
        OpenKfIds = ReadAccounts(payload);
    }

    /// <summary>What the authorisation link carried; empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>The customer service accounts (客服账号) that are authorised now; empty for other suites.</summary>
    public IReadOnlyList<string> OpenKfIds { get; init; } = [];

    internal static IReadOnlyList<string> ReadAccounts(in Protocol.PayloadFields payload) =>
        payload.Children("ExtraInfo"u8).Texts("AuthOpenKfIdList"u8, "OpenKfId"u8);
}
