namespace Hongyan.WeCom;

/// <summary>Everything that <c>ww.register</c> asks of a server, for one page.</summary>
/// <param name="CorpId"><c>corpId</c> (<c>appId</c> of <c>wx.config</c>).</param>
/// <param name="AgentId"><c>agentId</c>.</param>
/// <param name="Config">What <c>getConfigSignature</c> returns: the page speaks for the corp.</param>
/// <param name="AgentConfig">What <c>getAgentConfigSignature</c> returns: the page speaks for the application.</param>
public sealed record JsSdkRegistration(string CorpId, int AgentId, JsSdkSignature Config, JsSdkSignature AgentConfig);
