namespace Hongyan.OfficialAccount;

/// <summary>What a page needs to use the JS-SDK: written as JSON in camelCase, these are the like-named fields of <c>wx.config</c>.</summary>
/// <param name="AppId">The account's app id.</param>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="NonceStr">16 random letters and digits.</param>
/// <param name="Signature">40 lower-case hexadecimal digits.</param>
public sealed record JsSdkConfig(string AppId, long Timestamp, string NonceStr, string Signature);
