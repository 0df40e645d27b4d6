namespace Hongyan.OfficialAccount;

/// <summary>What a page learns about whoever opens it.</summary>
public enum SignInScope
{
    /// <summary>Their OpenID, without asking (snsapi_base).</summary>
    Base,

    /// <summary>Asks for nickname and picture (snsapi_userinfo).</summary>
    Profile,
}
