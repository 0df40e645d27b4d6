using System.Security.Cryptography;
using System.Text;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Open ids (openid) of this company: always the same for the same person.</summary>
internal static class OpenIds
{
    private const int Length = 27;

    public static string Of(Member member) => Of("member:" + member.UserId.ToLowerInvariant());

    /// <summary>Of somebody from outside, by any name.</summary>
    public static string OfVisitor(string name) => Of("visitor:" + name);

    private static string Of(string person)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{SampleWorld.Corp.CorpId}/{person}")));
        return "o" + hash.Replace('+', '-').Replace('/', '_')[..Length];
    }
}
