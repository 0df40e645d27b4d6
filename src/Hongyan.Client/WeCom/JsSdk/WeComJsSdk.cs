using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using Hongyan.Calls;
using Microsoft.Extensions.Logging;

namespace Hongyan.WeCom;

/// <summary>
/// Signatures for pages that use the JS-SDK. The tickets behind them are fetched once and kept for two hours, as access tokens are; the
/// platform allows an application 100 an hour.
/// </summary>
public sealed class WeComJsSdk
{
    private const string NonceCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int NonceLength = 16;

    private readonly PlatformCalls _calls;
    private readonly WeComClientOptions _options;
    private readonly TimeProvider _time;
    private readonly AccessTokenSource _corpTickets;
    private readonly AccessTokenSource _agentTickets;

    internal WeComJsSdk(PlatformCalls calls, WeComClientOptions options, IAccessTokenStore store, TimeProvider time, ILogger? logger)
    {
        _calls = calls;
        _options = options;
        _time = time;
        _corpTickets = new AccessTokenSource(
            AccessTokenKey.ForWeComJsApiTicket(options.CorpId, options.AgentId, options.Secret), store,
            cancellationToken => FetchAsync("/cgi-bin/get_jsapi_ticket", cancellationToken), time, logger);
        _agentTickets = new AccessTokenSource(
            AccessTokenKey.ForWeComAgentTicket(options.CorpId, options.AgentId, options.Secret), store,
            cancellationToken => FetchAsync("/cgi-bin/ticket/get?type=agent_config", cancellationToken), time, logger);
    }

    /// <summary>Signs a page for the corp: <c>wx.config</c>, or <c>getConfigSignature</c> of <c>ww.register</c>.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90506</remarks>
    /// <param name="url">The page's address as the browser has it (<c>location.href</c>), with its query; what follows <c>#</c> does not count.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/get_jsapi_ticket")]
    public async Task<JsSdkSignature> SignConfigAsync(string url, CancellationToken cancellationToken = default)
    {
        CheckUrl(url);
        var ticket = await _corpTickets.GetAsync(cancellationToken).ConfigureAwait(false);
        return Sign(ticket, url);
    }

    /// <summary>Signs a page for the application: <c>wx.agentConfig</c>, or <c>getAgentConfigSignature</c> of <c>ww.register</c>.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94313</remarks>
    /// <param name="url">The page's address as the browser has it (<c>location.href</c>), with its query; what follows <c>#</c> does not count.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/ticket/get")]
    public async Task<JsSdkSignature> SignAgentConfigAsync(string url, CancellationToken cancellationToken = default)
    {
        CheckUrl(url);
        var ticket = await _agentTickets.GetAsync(cancellationToken).ConfigureAwait(false);
        return Sign(ticket, url);
    }

    /// <summary>Gives everything that <c>ww.register</c> asks of a server: both signatures, with the ids.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94313</remarks>
    /// <param name="url">The page's address as the browser has it (<c>location.href</c>), with its query; what follows <c>#</c> does not count.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    [Endpoint("GET /cgi-bin/get_jsapi_ticket")]
    [Endpoint("GET /cgi-bin/ticket/get")]
    public async Task<JsSdkRegistration> RegisterAsync(string url, CancellationToken cancellationToken = default)
    {
        var agentId = _options.RequireAgentId();
        var config = await SignConfigAsync(url, cancellationToken).ConfigureAwait(false);
        var agentConfig = await SignAgentConfigAsync(url, cancellationToken).ConfigureAwait(false);
        return new JsSdkRegistration(_options.CorpId, agentId, config, agentConfig);
    }

    /// <summary>The platform's formula: four fields in this order, nothing escaped, SHA-1 in lower-case hexadecimal.</summary>
    internal static string SignatureOf(string ticket, string nonceStr, long timestamp, string url)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"jsapi_ticket={ticket}&noncestr={nonceStr}&timestamp={timestamp}&url={url.Split('#')[0]}");
#pragma warning disable CA5350 // The platform's own choice; nothing secret depends on it but the ticket, which lasts two hours.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
    }

    private JsSdkSignature Sign(AccessToken ticket, string url)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var nonceStr = RandomNumberGenerator.GetString(NonceCharacters, NonceLength);
        return new JsSdkSignature(timestamp, nonceStr, SignatureOf(ticket.Value, nonceStr, timestamp, url));
    }

    private async Task<AccessToken> FetchAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await _calls.ReadAsync(path, WeComJsSdkJson.Default.TicketAnswer, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.Ticket)
            ? throw new JsonException("The answer has no ticket.")
            : AccessToken.Issued(answer.Ticket, TimeSpan.FromSeconds(answer.ExpiresIn), _time.GetUtcNow());
    }

    private static void CheckUrl(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        if (!url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{url}' is not a page's whole address such as https://example.com/page?a=1.", nameof(url));
    }
}
