using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>A 公众号 with everything a bot must be configured with.</summary>
/// <param name="Name">The name in addresses.</param>
/// <param name="DisplayName">As followers see it.</param>
/// <param name="OriginalId">原始ID.</param>
/// <param name="AppId">AppID.</param>
/// <param name="Secret">AppSecret.</param>
/// <param name="CallbackUrl">URL.</param>
/// <param name="Token">Token.</param>
/// <param name="EncodingAESKey">EncodingAESKey.</param>
/// <param name="Mode">消息加解密方式.</param>
/// <param name="Kind">service 服务号, subscription 订阅号.</param>
/// <param name="IsVerified">微信认证.</param>
/// <param name="RecognizesSpeech">接收语音识别结果.</param>
/// <param name="WebDomain">网页授权域名 and JS接口安全域名.</param>
public sealed record OfficialAccountView(
    string Name, string DisplayName, string OriginalId, string AppId, string Secret, string CallbackUrl, string Token, string EncodingAESKey,
    CallbackMode Mode, AccountKind Kind, bool IsVerified, bool RecognizesSpeech, string WebDomain)
{
    /// <summary>Shows an account.</summary>
    public static OfficialAccountView Of(Account account) => new(
        account.Name, account.DisplayName, account.OriginalId, account.AppId, account.Secret, account.Callback.CallbackUrl, account.Callback.Token,
        account.Callback.EncodingAESKey, account.Mode, account.Kind, account.IsVerified, account.RecognizesSpeech, account.WebDomain);
}
