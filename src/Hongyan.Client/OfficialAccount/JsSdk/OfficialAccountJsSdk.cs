using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hongyan.Calls;
using Microsoft.Extensions.Logging;

namespace Hongyan.OfficialAccount;

/// <summary>Signatures for pages that use the JS-SDK. The ticket behind them is fetched once and kept for two hours, as access tokens are.</summary>
public sealed class OfficialAccountJsSdk
{
    private const string NonceCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int NonceLength = 16;

    private readonly PlatformCalls _calls;
    private readonly OfficialAccountClientOptions _options;
    private readonly TimeProvider _time;
    private readonly AccessTokenSource _tickets;

    internal OfficialAccountJsSdk(PlatformCalls calls, OfficialAccountClientOptions options, IAccessTokenStore store, TimeProvider time, ILogger? logger)
    {
        _calls = calls;
        _options = options;
        _time = time;
        _tickets = new AccessTokenSource(AccessTokenKey.ForOfficialAccountTicket(options.AppId, options.Secret), store, FetchAsync, time, logger);
    }

    /// <summary>Signs a page for <c>wx.config</c>.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html. The page's domain must be one of 公众号设置 → 功能设置 →
    /// JS接口安全域名.
    /// </remarks>
    /// <param name="url">The page's address as the browser has it (<c>location.href</c>), with its query; what follows <c>#</c> does not count.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/ticket/getticket")]
    public async Task<JsSdkConfig> SignAsync(string url, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        if (!url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{url}' is not a page's whole address such as https://example.com/page?a=1.", nameof(url));
        var ticket = await _tickets.GetAsync(cancellationToken).ConfigureAwait(false);
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var nonceStr = RandomNumberGenerator.GetString(NonceCharacters, NonceLength);
        return new JsSdkConfig(_options.AppId, timestamp, nonceStr, SignatureOf(ticket.Value, nonceStr, timestamp, url));
    }

    /// <summary>The platform's formula: four fields in this order, nothing escaped, SHA-1 in lower-case hexadecimal.</summary>
    internal static string SignatureOf(string ticket, string nonceStr, long timestamp, string url)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"jsapi_ticket={ticket}&noncestr={nonceStr}&timestamp={timestamp}&url={url.Split('#')[0]}");
#pragma warning disable CA5350 // The platform's own choice; nothing secret depends on it but the ticket, which lasts two hours.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
    }

    private async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        var answer = await _calls.ReadAsync("/cgi-bin/ticket/getticket?type=jsapi", OfficialAccountJsSdkJson.Default.TicketAnswer, cancellationToken)
            .ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.Ticket)
            ? throw new JsonException("The answer has no ticket.")
            : AccessToken.Issued(answer.Ticket, TimeSpan.FromSeconds(answer.ExpiresIn), _time.GetUtcNow());
    }
}
