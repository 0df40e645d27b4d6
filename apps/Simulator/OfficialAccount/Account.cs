namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A 公众号, with everything its pages in the console show.</summary>
public sealed record Account
{
    /// <summary>The name in addresses of the simulator, for example <c>oa</c>.</summary>
    public required string Name { get; init; }

    /// <summary>名称, as followers see it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>介绍, on the profile page.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>原始ID: <c>gh_…</c>, ToUserName of every callback.</summary>
    public required string OriginalId { get; init; }

    /// <summary>AppID; also the receiveid inside the envelope.</summary>
    public required string AppId { get; init; }

    /// <summary>AppSecret.</summary>
    public required string Secret { get; init; }

    /// <summary>服务器配置: where callbacks go and how they are sealed.</summary>
    public required CallbackSettings Callback { get; init; }

    /// <summary>消息加解密方式.</summary>
    /// <value>安全模式.</value>
    public CallbackMode Mode { get; init; } = CallbackMode.Safe;

    /// <summary>服务号 or 订阅号.</summary>
    /// <value>服务号.</value>
    public AccountKind Kind { get; init; } = AccountKind.Service;

    /// <summary>微信认证: without it most of the API answers 48001.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>网页授权域名 and JS接口安全域名: where its pages are. This machine is always one.</summary>
    public string WebDomain { get; init; } = "";

    /// <summary>接收语音识别结果: voices bring their Recognition.</summary>
    public bool RecognizesSpeech { get; init; }

    /// <summary>The command that starts the bot of the sample account; empty when nobody can know.</summary>
    public string StartCommand { get; init; } = "";
}
