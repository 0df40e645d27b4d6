using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Simulator.WeCom;

/// <summary>What a page says it has signed.</summary>
/// <param name="IsAgent">wx.agentConfig; otherwise wx.config.</param>
/// <param name="CorpId">corpid, appId.</param>
/// <param name="AgentId">agentid; empty for wx.config.</param>
/// <param name="Timestamp">timestamp, as it came.</param>
/// <param name="NonceStr">nonceStr.</param>
/// <param name="Signature">signature.</param>
/// <param name="Url">The page's address without <c>#…</c>, as the browser has it.</param>
internal sealed record JsSdkSigned(bool IsAgent, string CorpId, string AgentId, string Timestamp, string NonceStr, string Signature, string Url)
{
    /// <summary>The text that is hashed, with this ticket.</summary>
    public string TextWith(string ticket) => $"jsapi_ticket={ticket}&noncestr={NonceStr}&timestamp={Timestamp}&url={Url}";

    /// <summary>Whether the signature is the one of this ticket.</summary>
#pragma warning disable CA5350 // The platform signs with SHA-1.
    public bool IsSignedWith(string ticket) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(TextWith(ticket)))) == Signature;
#pragma warning restore CA5350
}
