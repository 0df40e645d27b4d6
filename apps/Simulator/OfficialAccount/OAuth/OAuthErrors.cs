namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The errors of web sign-in.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html.</remarks>
internal static class OAuthErrors
{
    /// <summary>No such code.</summary>
    public static readonly ApiError Code = new(40029, "invalid code");

    /// <summary>No such refresh_token.</summary>
    public static readonly ApiError Refresh = new(40030, "invalid refresh_token");

    /// <summary>The code has been used.</summary>
    public static readonly ApiError UsedCode = new(40163, "code been used");

    /// <summary>refresh_token is missing.</summary>
    public static readonly ApiError NoRefresh = new(41003, "refresh_token missing");

    /// <summary>code is missing.</summary>
    public static readonly ApiError NoCode = new(41008, "missing code");

    /// <summary>The 30 days are over.</summary>
    public static readonly ApiError OldRefresh = new(42002, "refresh_token expired");

    /// <summary>The five minutes are over.</summary>
    public static readonly ApiError OldCode = new(42003, "code expired");
}
