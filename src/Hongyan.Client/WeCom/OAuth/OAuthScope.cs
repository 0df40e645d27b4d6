namespace Hongyan.WeCom;

/// <summary>What a page learns about the member who opens it.</summary>
public enum OAuthScope
{
    /// <summary>Who it is, without asking (snsapi_base).</summary>
    Base,

    /// <summary>Asks the member for gender, avatar, mobile number, e-mail and address (snsapi_privateinfo).</summary>
    PrivateInformation,
}
