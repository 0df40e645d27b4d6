using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a web page asks for when it sends a browser to sign in (网页授权).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html.</remarks>
internal sealed record AccountSignInRequest
{
    private const int MaxState = 128;

    // The platform refuses them in another order.
    private static readonly string[] Order = ["appid", "redirect_uri", "response_type", "scope", "state"];

    /// <summary>Where the browser goes back to.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>Comes back as it is.</summary>
    public required string State { get; init; }

    /// <summary>snsapi_base or snsapi_userinfo.</summary>
    public required string Scope { get; init; }

    /// <summary>Reads /connect/oauth2/authorize.</summary>
    public static (AccountSignInRequest? Request, SignInProblem? Problem) Read(IQueryCollection query, Account account)
    {
        var given = query.Keys.Where(key => Order.Contains(key)).ToList();
        if (!given.SequenceEqual(Order.Where(given.Contains)))
            return (null, new("Order", null, string.Join(", ", Order)));
        if (query["response_type"] != "code")
            return (null, new("ResponseType", null));
        var scope = query["scope"].ToString();
        if (scope.Length == 0)
            return (null, new("NoScope", 10010));
        if (scope is not (AccountGrant.Base or AccountGrant.UserInfo))
            return (null, new("AccountScope", 10005, scope));
        if (account is not { IsVerified: true, Kind: AccountKind.Service })
            return (null, new("NoRight", 10005, account.DisplayName));
        var state = query["state"].ToString();
        if (state.Length > MaxState || !state.All(char.IsAsciiLetterOrDigit))
            return (null, new("AccountState", null, state));
        var redirectUri = query["redirect_uri"].ToString();
        if (redirectUri.Length == 0)
            return (null, new("NoRedirectUri", 10011));
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var back) || (back.Scheme != Uri.UriSchemeHttps && back.Scheme != Uri.UriSchemeHttp))
            return (null, new("RedirectUri", 10003, redirectUri));
        return WebDomain.Covers(account, back)
            ? (new() { RedirectUri = back, State = state, Scope = scope }, null)
            : (null, new("ForeignDomain", 10003, back.IdnHost, account.DisplayName));
    }

    /// <summary>The address that the browser goes back to.</summary>
    public string GoBack(string code)
    {
        var back = RedirectUri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        return $"{back}{(RedirectUri.Query.Length > 0 ? '&' : '?')}code={code}&state={State}{RedirectUri.Fragment}";
    }
}
