namespace Hongyan.WeCom;

/// <summary>A member of a corp that has an application of the provider scanned its registration code (扫描推广二维码事件).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/98071</remarks>
public sealed record RegistrationOpenedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public RegistrationOpenedEvent()
    {
    }

    internal RegistrationOpenedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        RegisterCode = payload.Text("RegisterCode"u8);
        TemplateId = payload.Text("TemplateId"u8);
        State = payload.Text("State"u8);
        UserId = payload.Text("AuthUserInfo"u8, "UserId"u8);
    }

    /// <summary>The registration code.</summary>
    public string RegisterCode { get; init; } = "";

    /// <summary>The promotion package (推广包).</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>What the registration code carried; empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>The member.</summary>
    public string UserId { get; init; } = "";
}
