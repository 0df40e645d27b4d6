namespace Hongyan.WeCom;

/// <summary>
/// A corp registered through a provider's code (注册完成回调事件). <see cref="Incoming.ToUser"/> is the provider, <see cref="Incoming.FromUser"/>
/// the new corp.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90585</remarks>
public sealed record CorpRegisteredEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CorpRegisteredEvent()
    {
    }

    internal CorpRegisteredEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var sync = payload.Children("ContactSync"u8);
        RegisterCode = payload.Text("RegisterCode"u8);
        TemplateId = payload.Text("TemplateId"u8);
        State = payload.Text("State"u8);
        UserId = payload.Text("AuthUserInfo"u8, "UserId"u8);
        ContactToken = sync.Text("AccessToken"u8);
        ContactTokenSeconds = sync.SmallNumber("ExpiresIn"u8) ?? 0;
    }

    /// <summary>The registration code.</summary>
    public string RegisterCode { get; init; } = "";

    /// <summary>The promotion package (推广包).</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>What the registration code carried; empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>The administrator of the new corp.</summary>
    public string UserId { get; init; } = "";

    /// <summary>
    /// An access token for the whole address book; empty where the package does not ask for it. It is a secret: keep it out of logs.
    /// </summary>
    public string ContactToken { get; init; } = "";

    /// <summary>How long the token is valid, in seconds.</summary>
    public int ContactTokenSeconds { get; init; }
}
