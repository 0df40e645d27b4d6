using System.Globalization;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// Who opens a web page (网页授权登录): send the browser to <see cref="CreateAuthorizeUrl"/> inside WeCom or to
/// <see cref="CreateQrLoginUrl"/> anywhere else; it comes back with a code, and <see cref="GetIdentityAsync"/> says whose it is.
/// </summary>
public sealed class WeComOAuth
{
    private const string AuthorizePage = "https://developer.work.weixin.qq.com/document/path/91022";

    private readonly PlatformCalls _calls;
    private readonly WeComClientOptions _options;

    internal WeComOAuth(PlatformCalls calls, WeComClientOptions options)
    {
        _calls = calls;
        _options = options;
    }

    /// <summary>The address to send a browser inside WeCom to (构造网页授权链接).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/91022</remarks>
    /// <param name="redirectUri">Where the browser comes back to, with <c>code</c> and <c>state</c> added. Its host and port must be the application's trusted domain (可信域名), or WeCom shows 50001.</param>
    /// <param name="state">
    /// Comes back as it is: up to 128 letters and digits. Make a random one for each sign-in, remember it in the browser (a cookie), and
    /// refuse a code that comes back with another one.
    /// </param>
    /// <param name="scope">What to learn about the member.</param>
    /// <exception cref="FieldLimitException"><paramref name="state"/> is empty, too long, or has other characters.</exception>
    /// <exception cref="InvalidOperationException">The scope needs AgentId, and the client does not know it.</exception>
    public Uri CreateAuthorizeUrl(Uri redirectUri, string state, OAuthScope scope = OAuthScope.Base)
    {
        Check(redirectUri, state);
        var agentId = scope == OAuthScope.PrivateInformation ? _options.RequireAgentId() : _options.AgentId;
        var agent = agentId is { } id ? string.Create(CultureInfo.InvariantCulture, $"&agentid={id}") : "";
        var scopeName = scope == OAuthScope.PrivateInformation ? "snsapi_privateinfo" : "snsapi_base";
        return new Uri(
            _options.SignInBaseAddress ?? new Uri("https://open.weixin.qq.com"),
            $"/connect/oauth2/authorize?appid={Uri.EscapeDataString(_options.CorpId)}&redirect_uri={Uri.EscapeDataString(redirectUri.AbsoluteUri)}"
            + $"&response_type=code&scope={scopeName}&state={state}{agent}#wechat_redirect");
    }

    /// <summary>The address to send any other browser to (构造企业微信登录链接): it shows a QR code, or asks the WeCom on the same computer.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/98152</remarks>
    /// <param name="redirectUri">Where the browser comes back to, with <c>code</c> and <c>state</c> added; its host is an 授权回调域 of the application.</param>
    /// <param name="state">Comes back as it is, as for <see cref="CreateAuthorizeUrl"/>.</param>
    /// <exception cref="FieldLimitException"><paramref name="state"/> is empty, too long, or has other characters.</exception>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    public Uri CreateQrLoginUrl(Uri redirectUri, string state)
    {
        Check(redirectUri, state);
        return new Uri(
            _options.SignInBaseAddress ?? new Uri("https://login.work.weixin.qq.com"),
            string.Create(CultureInfo.InvariantCulture, $"/wwlogin/sso/login?login_type=CorpApp&appid={Uri.EscapeDataString(_options.CorpId)}&agentid={_options.RequireAgentId()}")
            + $"&redirect_uri={Uri.EscapeDataString(redirectUri.AbsoluteUri)}&state={state}");
    }

    /// <summary>Says whose code it is (获取访问用户身份).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/91023. A code works once, within five minutes.</remarks>
    /// <param name="code">The parameter <c>code</c> that the browser came back with.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40029: the code is made up, too old or has been used; send the browser once more.</exception>
    [Endpoint("GET /cgi-bin/auth/getuserinfo")]
    public Task<OAuthIdentity> GetIdentityAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return _calls.ChangeAsync(
            HttpMethod.Get, $"/cgi-bin/auth/getuserinfo?code={Uri.EscapeDataString(code)}", WeComOAuthJson.Default.OAuthIdentity, cancellationToken);
    }

    /// <summary>Gives what a member agreed to tell (获取访问用户敏感信息).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/95833</remarks>
    /// <param name="userTicket"><see cref="OAuthIdentity.UserTicket"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">84014: the ticket's 30 minutes are over; 84015: it is none.</exception>
    [Endpoint("POST /cgi-bin/auth/getuserdetail")]
    public Task<OAuthUserDetail> GetUserDetailAsync(string userTicket, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userTicket);
        return _calls.ReadAsync(
            "/cgi-bin/auth/getuserdetail", new UserTicketWire(userTicket), WeComOAuthJson.Default.UserTicketWire,
            WeComOAuthJson.Default.OAuthUserDetail, cancellationToken);
    }

    private static void Check(Uri redirectUri, string state)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        if (!redirectUri.IsAbsoluteUri || redirectUri.Scheme is not ("https" or "http"))
            throw new ArgumentException("The browser comes back to an absolute http or https address.", nameof(redirectUri));
        var check = new LimitCheck("a sign-in", AuthorizePage);
        check.Required(nameof(state), state, 128);
        var others = state.Count(character => !char.IsAsciiLetterOrDigit(character));
        if (others > 0)
            throw new FieldLimitException(nameof(state), 0, others, $"{nameof(state)} has {others} characters that are not allowed; it takes letters and digits ({AuthorizePage}).");
    }
}
