using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What the 接收消息 page holds.</summary>
/// <param name="CallbackUrl">URL.</param>
/// <param name="Token">Token.</param>
/// <param name="EncodingAESKey">EncodingAESKey.</param>
/// <param name="Warning">What would be wrong on the platform, though it was right here.</param>
public sealed record CallbackView(string CallbackUrl, string Token, string EncodingAESKey, FindingView? Warning)
{
    /// <summary>Shows the settings.</summary>
    public static CallbackView Of(CallbackSettings callback, Finding? warning, Wording wording) => new(
        callback.CallbackUrl, callback.Token, callback.EncodingAESKey,
        warning is null ? null : FindingView.Of(warning, wording));
}
