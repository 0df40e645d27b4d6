namespace Hongyan.OfficialAccount;

/// <summary>An account authorised a third-party platform, or changed what it may do (授权成功, 授权更新; authorized, updateauthorized).</summary>
public sealed record AccountAuthorizedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AccountAuthorizedEvent()
    {
    }

    internal AccountAuthorizedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        IsUpdate = payload.Text("InfoType"u8).Trim().Equals("updateauthorized", StringComparison.OrdinalIgnoreCase);
        AuthorizerAppId = payload.Text("AuthorizerAppid"u8);
        AuthorizationCode = payload.Text("AuthorizationCode"u8);
        ExpiresAt = payload.Time("AuthorizationCodeExpiredTime"u8);
        PreAuthCode = payload.Text("PreAuthCode"u8);
    }

    /// <summary>Whether the permissions changed, rather than being given for the first time.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>The account.</summary>
    public string AuthorizerAppId { get; init; } = "";

    /// <summary>Fetches the account's tokens, once. Keep it out of logs.</summary>
    public string AuthorizationCode { get; init; } = "";

    /// <summary>Until when the code can be used.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The code that began the authorisation.</summary>
    public string PreAuthCode { get; init; } = "";
}
