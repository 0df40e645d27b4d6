using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>What else can be switched at a 公众号.</summary>
/// <param name="IsVerified">微信认证; left out, it stays.</param>
/// <param name="RecognizesSpeech">接收语音识别结果; left out, it stays.</param>
/// <param name="Kind">service 服务号, subscription 订阅号; left out, it stays.</param>
/// <param name="WebDomain">网页授权域名 and JS接口安全域名, a host; left out, it stays.</param>
public sealed record OfficialAccountSettings(bool? IsVerified = null, bool? RecognizesSpeech = null, AccountKind? Kind = null, string? WebDomain = null);
