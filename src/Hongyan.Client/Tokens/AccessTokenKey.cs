using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan;

/// <summary>
/// Whose access token it is. Each application of a corp has its own, so the corp id alone is not enough; the secret takes part, as a
/// hash, so that a changed secret never meets the token of the old one.
/// </summary>
public sealed record AccessTokenKey
{
    private AccessTokenKey(string platform, string id, string agentId, string secretHash)
    {
        Platform = platform;
        Id = id;
        AgentId = agentId;
        SecretHash = secretHash;
    }

    /// <summary>
    /// <c>WeCom</c> or <c>OfficialAccount</c>; for the tickets of the JS-SDK, which are kept alike, <c>WeComJsApiTicket</c>, <c>WeComAgentTicket</c> or
    /// <c>OfficialAccountTicket</c>.
    /// </summary>
    public string Platform { get; }

    /// <summary>The corp id (企业ID) or app id.</summary>
    public string Id { get; }

    /// <summary>The application's id (AgentId), or <c>-</c> where there is none.</summary>
    public string AgentId { get; }

    /// <summary>SHA-256 of the secret, 64 lower-case hexadecimal digits.</summary>
    public string SecretHash { get; }

    /// <summary>The key of an application of a corp (企业微信自建应用).</summary>
    public static AccessTokenKey ForWeCom(string corpId, int? agentId, string secret) => For("WeCom", corpId, agentId, secret);

    /// <summary>The key of an Official Account (公众号).</summary>
    public static AccessTokenKey ForOfficialAccount(string appId, string secret) => For("OfficialAccount", appId, agentId: null, secret);

    /// <summary>The key of the ticket that signs for the corp (jsapi_ticket).</summary>
    internal static AccessTokenKey ForWeComJsApiTicket(string corpId, int? agentId, string secret) => For("WeComJsApiTicket", corpId, agentId, secret);

    /// <summary>The key of the ticket that signs for the application (应用的jsapi_ticket).</summary>
    internal static AccessTokenKey ForWeComAgentTicket(string corpId, int? agentId, string secret) => For("WeComAgentTicket", corpId, agentId, secret);

    /// <summary>The key of the ticket that signs an Official Account's pages (jsapi_ticket).</summary>
    internal static AccessTokenKey ForOfficialAccountTicket(string appId, string secret) => For("OfficialAccountTicket", appId, agentId: null, secret);

    /// <summary>The whole key as one text, for a store: <c>WeCom:ww0123456789abcdef:1000002:9f86…</c>.</summary>
    public override string ToString() => $"{Platform}:{Id}:{AgentId}:{SecretHash}";

    private static AccessTokenKey For(string platform, string id, int? agentId, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return new AccessTokenKey(
            platform,
            id,
            agentId?.ToString(CultureInfo.InvariantCulture) ?? "-",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))));
    }
}
