namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What somebody let a page of an account know (网页授权).</summary>
/// <param name="Account">The account.</param>
/// <param name="OpenId">Who it is.</param>
/// <param name="Scope">snsapi_base or snsapi_userinfo.</param>
public sealed record AccountGrant(string Account, string OpenId, string Scope)
{
    /// <summary>Tells who it is, and nothing else.</summary>
    public const string Base = "snsapi_base";

    /// <summary>Tells the name and the picture.</summary>
    public const string UserInfo = "snsapi_userinfo";
}
