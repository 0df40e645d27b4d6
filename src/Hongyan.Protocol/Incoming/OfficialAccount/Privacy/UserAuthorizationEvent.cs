namespace Hongyan.OfficialAccount;

/// <summary>A person changed or took back what a mini program or account may know of them (授权用户信息变更).</summary>
public sealed record UserAuthorizationEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UserAuthorizationEvent()
    {
    }

    internal UserAuthorizationEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        OpenId = payload.Text("OpenID"u8);
        AppId = payload.Text("AppID"u8);
        RevokeInfo = payload.Text("RevokeInfo"u8);
    }

    /// <summary>
    /// <c>user_info_modified</c> changed, <c>user_authorization_revoke</c> took back a permission, <c>user_authorization_cancellation</c> closed the
    /// WeChat account.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>The person.</summary>
    public string OpenId { get; init; } = "";

    /// <summary>The account that the person is known to.</summary>
    public string AppId { get; init; } = "";

    /// <summary>What was taken back: 201 address, 202 invoice, 203 card, 204 microphone, 205 nickname and picture, 206 location; others may come.</summary>
    public string RevokeInfo { get; init; } = "";
}
