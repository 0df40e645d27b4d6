namespace Hongyan.OfficialAccount;

/// <summary>A mini program that was registered quickly is there, or not (快速注册结果).</summary>
public sealed record RegistrationResultEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public RegistrationResultEvent()
    {
    }

    internal RegistrationResultEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var info = payload.Children("info"u8);
        Kind = payload.Text("InfoType"u8);
        AppId = payload.Text("appid"u8);
        Status = payload.SmallNumber("status"u8);
        AuthorizationCode = payload.Text("auth_code"u8);
        Message = payload.Text("msg"u8);
        Name = info.Text("name"u8);
        Code = info.Text("code"u8);
        CodeType = info.SmallNumber("code_type"u8);
        LegalPersonWeChat = info.Text("legal_persona_wechat"u8);
        LegalPersonName = info.Text("legal_persona_name"u8);
        ComponentPhone = info.Text("component_phone"u8);
        UniqueId = info.Text("unique_id"u8);
    }

    /// <summary>
    /// <c>notify_third_fasteregister</c> for a company, <c>notify_third_fastregisterbetaapp</c> for a trial, <c>notify_third_fastverifybetaapp</c> for a
    /// trial that becomes a real one.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>The mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>0 on success, else why not, as the platform numbers it.</summary>
    public int? Status { get; init; }

    /// <summary>Fetches the mini program's tokens, once. Keep it out of logs.</summary>
    public string AuthorizationCode { get; init; } = "";

    /// <summary>The platform's text.</summary>
    public string Message { get; init; } = "";

    /// <summary>The company or the mini program.</summary>
    public string Name { get; init; } = "";

    /// <summary>The company's code.</summary>
    public string Code { get; init; } = "";

    /// <summary>1 unified social credit code (18 digits), 2 organisation code, 3 business licence number.</summary>
    public int? CodeType { get; init; }

    /// <summary>The legal person's WeChat account.</summary>
    public string LegalPersonWeChat { get; init; } = "";

    /// <summary>The legal person.</summary>
    public string LegalPersonName { get; init; } = "";

    /// <summary>The third party's telephone number.</summary>
    public string ComponentPhone { get; init; } = "";

    /// <summary>The id of a trial mini program.</summary>
    public string UniqueId { get; init; } = "";
}
