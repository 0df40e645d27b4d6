using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Who opens a web page inside WeChat (网页授权): send the browser to <see cref="CreateAuthorizeUrl"/>; it comes back with a code, and
/// <see cref="GetTokensAsync"/> says whose it is. Takes a verified service account (服务号) or a test account.
/// </summary>
public sealed class OfficialAccountOAuth
{
    private const string Page = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html";
    private const int InvalidOpenId = 40003;
    private const int InvalidToken = 40001;
    private const int MalformedToken = 40014;
    private const int ExpiredToken = 42001;

    private readonly PlatformConnection _connection;
    private readonly PlatformRetry _retry;
    private readonly OfficialAccountClientOptions _options;

    internal OfficialAccountOAuth(PlatformConnection connection, PlatformRetry retry, OfficialAccountClientOptions options)
    {
        _connection = connection;
        _retry = retry;
        _options = options;
    }

    /// <summary>The address to send a browser inside WeChat to.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html</remarks>
    /// <param name="redirectUri">Where the browser comes back to, with <c>code</c> and <c>state</c> added. Its domain must be the account's 网页授权域名, or WeChat shows 10003.</param>
    /// <param name="state">
    /// Comes back as it is: up to 128 letters and digits. Make a random one for each sign-in, remember it in the browser (a cookie), and
    /// refuse a code that comes back with another one.
    /// </param>
    /// <param name="scope">What to learn.</param>
    /// <exception cref="FieldLimitException"><paramref name="state"/> is empty, too long, or has other characters.</exception>
    public Uri CreateAuthorizeUrl(Uri redirectUri, string state, SignInScope scope = SignInScope.Base)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        if (!redirectUri.IsAbsoluteUri || redirectUri.Scheme is not ("https" or "http"))
            throw new ArgumentException("The browser comes back to an absolute http or https address.", nameof(redirectUri));
        new LimitCheck("a sign-in", Page).Required(nameof(state), state, 128);
        var others = state.Count(character => !char.IsAsciiLetterOrDigit(character));
        if (others > 0)
            throw new FieldLimitException(nameof(state), 0, others, $"{nameof(state)} has {others} characters that are not allowed; it takes letters and digits ({Page}).");
        var scopeName = scope == SignInScope.Profile ? "snsapi_userinfo" : "snsapi_base";
        // The platform looks at the order of the parameters.
        return new Uri(
            _options.WebBaseAddress ?? new Uri("https://open.weixin.qq.com"),
            $"/connect/oauth2/authorize?appid={Uri.EscapeDataString(_options.AppId)}&redirect_uri={Uri.EscapeDataString(redirectUri.AbsoluteUri)}"
            + $"&response_type=code&scope={scopeName}&state={state}#wechat_redirect");
    }

    /// <summary>Says whose code it is (通过code换取网页授权access_token).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html. A code works once, within five minutes.</remarks>
    /// <param name="code">The parameter <c>code</c> that the browser came back with.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40029: the code is made up; 40163: it has been used; 42003: it is too old. Send the browser once more.</exception>
    [Endpoint("GET /sns/oauth2/access_token")]
    public Task<SignInTokens> GetTokensAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return SendAsync(
            $"/sns/oauth2/access_token?appid={Uri.EscapeDataString(_options.AppId)}&code={Uri.EscapeDataString(code)}&grant_type=authorization_code",
            new QuerySecret("secret", _options.Secret), isRepeatable: false, OfficialAccountOAuthJson.Default.SignInTokens, cancellationToken);
    }

    /// <summary>Renews the access token of a person (刷新access_token).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html</remarks>
    /// <param name="refreshToken"><see cref="SignInTokens.RefreshToken"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40030: the token is none; 42002: its 30 days are over. The person has to sign in again.</exception>
    [Endpoint("GET /sns/oauth2/refresh_token")]
    public Task<SignInTokens> RefreshAsync(string refreshToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        return SendAsync(
            $"/sns/oauth2/refresh_token?appid={Uri.EscapeDataString(_options.AppId)}&grant_type=refresh_token",
            new QuerySecret("refresh_token", refreshToken), isRepeatable: true, OfficialAccountOAuthJson.Default.SignInTokens, cancellationToken);
    }

    /// <summary>Gives what a person agreed to tell (拉取用户信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html. Takes <see cref="SignInScope.Profile"/>.</remarks>
    /// <param name="tokens">What the code was changed for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">48001: they were not asked; 42001: the two hours are over, <see cref="RefreshAsync"/> renews them.</exception>
    [Endpoint("GET /sns/userinfo")]
    public Task<SignInProfile> GetProfileAsync(SignInTokens tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return SendAsync(
            $"/sns/userinfo?openid={Uri.EscapeDataString(tokens.OpenId)}&lang=zh_CN", new QuerySecret("access_token", tokens.AccessToken),
            isRepeatable: true, OfficialAccountOAuthJson.Default.SignInProfile, cancellationToken);
    }

    /// <summary>Asks whether the access token of a person is good still (检验授权凭证是否有效).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html</remarks>
    /// <param name="tokens">What the code was changed for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /sns/auth")]
    public async Task<bool> CheckAsync(SignInTokens tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        try
        {
            await SendAsync(
                $"/sns/auth?openid={Uri.EscapeDataString(tokens.OpenId)}", new QuerySecret("access_token", tokens.AccessToken), isRepeatable: true,
                PlatformJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PlatformApiException refusal) when (refusal.Code is InvalidOpenId or InvalidToken or MalformedToken or ExpiredToken)
        {
            return false;
        }
    }

    private Task<TAnswer> SendAsync<TAnswer>(
        string path, QuerySecret secret, bool isRepeatable, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        var request = new PlatformRequest { Method = HttpMethod.Get, Path = path, Timeout = _options.CallTimeout, IsRepeatable = isRepeatable };
        return _retry.RunAsync(
            request,
            (wait, token) => _connection.SendAsync(
                request, secret, wait,
                (answer, ended) => answer.ReadAsync(
                    json => JsonSerializer.Deserialize(json.Span, answerType) ?? throw new JsonException("The answer is null."), ended),
                token),
            cancellationToken);
    }
}
