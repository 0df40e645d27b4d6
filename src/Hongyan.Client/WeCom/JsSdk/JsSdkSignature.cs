namespace Hongyan.WeCom;

/// <summary>
/// What a page needs to use the JS-SDK. Written as JSON in camelCase it is what the functions <c>getConfigSignature</c> and
/// <c>getAgentConfigSignature</c> of <c>ww.register</c> return, and the like-named fields of <c>wx.config</c> and <c>wx.agentConfig</c>.
/// </summary>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="NonceStr">16 random letters and digits.</param>
/// <param name="Signature">40 lower-case hexadecimal digits.</param>
public sealed record JsSdkSignature(long Timestamp, string NonceStr, string Signature);
