using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>What 基本配置 of a 公众号 holds.</summary>
/// <param name="CallbackUrl">URL: http or https.</param>
/// <param name="Token">Token: 3 to 32 letters and digits.</param>
/// <param name="EncodingAESKey">EncodingAESKey: 43 letters and digits.</param>
/// <param name="Mode">消息加解密方式; left out, it stays.</param>
public sealed record AccountCallback(string CallbackUrl, string Token, string EncodingAESKey, CallbackMode? Mode = null);
