namespace Hongyan.Simulator.WeCom;

/// <summary>What a code stands for.</summary>
/// <param name="Person">Who signed in.</param>
/// <param name="AgentId">The app that asked; null when the address named none, and any app of the company may use the code.</param>
/// <param name="IsPrivate">Whether the member was asked, and agreed to tell more (snsapi_privateinfo).</param>
public sealed record OAuthGrant(OAuthPerson Person, int? AgentId, bool IsPrivate);
