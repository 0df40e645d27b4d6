namespace Hongyan.OfficialAccount;

/// <summary>An account took its authorisation back (取消授权, unauthorized).</summary>
public sealed record AccountUnauthorizedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AccountUnauthorizedEvent()
    {
    }

    internal AccountUnauthorizedEvent(in Protocol.PayloadFields payload)
        : base(payload) => AuthorizerAppId = payload.Text("AuthorizerAppid"u8);

    /// <summary>The account.</summary>
    public string AuthorizerAppId { get; init; } = "";
}
