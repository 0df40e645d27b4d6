using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>
/// How often the API may be called (openApi管理). Quotas begin anew at midnight in China. An endpoint that has said 45009 is not asked again
/// for ten minutes by this client: the call fails at once, and says how long the day still lasts.
/// </summary>
public sealed class OfficialAccountUsage
{
    private const int NoMoreClears = 48006;
    private const int ClearsPerMonth = 10;

    private readonly PlatformCalls _calls;
    private readonly PlatformConnection _connection;
    private readonly OfficialAccountClientOptions _options;
    private readonly SpentQuotas _quotas;
    private readonly TimeProvider _time;
    private long _noClearsUntil;

    internal OfficialAccountUsage(
        PlatformCalls calls, PlatformConnection connection, OfficialAccountClientOptions options, SpentQuotas quotas, TimeProvider time)
    {
        _calls = calls;
        _connection = connection;
        _options = options;
        _quotas = quotas;
        _time = time;
    }

    /// <summary>Tells how often an endpoint may be called today, and was (查询API调用额度).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/openApi/get_api_quota.html</remarks>
    /// <param name="path">The endpoint without its host, such as <c>/cgi-bin/message/custom/send</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">76021: there is no such endpoint; 76022: it is not counted, or not the account's.</exception>
    [Endpoint("POST /cgi-bin/openapi/quota/get")]
    public async Task<ApiQuota> GetQuotaAsync(string path, CancellationToken cancellationToken = default)
    {
        CheckPath(path);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/openapi/quota/get", new EndpointWire(path), OfficialAccountUsageJson.Default.EndpointWire,
            OfficialAccountUsageJson.Default.QuotaAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Quota;
    }

    /// <summary>Sets the count of all endpoints back to 0 (重置API调用次数).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_quota.html. Ten times a month, those in the console included.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">48006: the ten times are used up; then the client does not ask again this month.</exception>
    [Endpoint("POST /cgi-bin/clear_quota")]
    public Task ClearAllAsync(CancellationToken cancellationToken = default) => ClearAsync(
        "POST /cgi-bin/clear_quota",
        () => _calls.ChangeAsync("/cgi-bin/clear_quota", new AppIdWire(_options.AppId), OfficialAccountUsageJson.Default.AppIdWire, cancellationToken));

    /// <summary>Sets the count of all endpoints back to 0 without an access token (使用AppSecret重置API调用次数), for when the quota of tokens is used up.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/openApi/clearQuotaByAppSecret.html. Counts among the ten times of a month.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">48006: the ten times are used up; then the client does not ask again this month.</exception>
    [Endpoint("POST /cgi-bin/clear_quota/v2")]
    public Task ClearAllBySecretAsync(CancellationToken cancellationToken = default) => ClearAsync("POST /cgi-bin/clear_quota/v2", () =>
    {
        var request = new PlatformRequest
        {
            Method = HttpMethod.Post,
            Path = $"/cgi-bin/clear_quota/v2?appid={Uri.EscapeDataString(_options.AppId)}",
            Timeout = _options.CallTimeout,
        };
        return _connection.SendAsync(
            request, new QuerySecret("appsecret", _options.Secret), request.Timeout, (answer, token) => answer.ReadAsync(_ => true, token), cancellationToken);
    });

    /// <summary>Sets the count of one endpoint back to 0 (重置指定API调用次数).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_quota.html. Counts among the ten times of a month.</remarks>
    /// <param name="path">The endpoint without its host, such as <c>/cgi-bin/user/get</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">48006: the ten times are used up; 76021: there is no such endpoint.</exception>
    [Endpoint("POST /cgi-bin/openapi/quota/clear")]
    public Task ClearAsync(string path, CancellationToken cancellationToken = default)
    {
        CheckPath(path);
        return ClearAsync("POST /cgi-bin/openapi/quota/clear", () => _calls.ChangeAsync(
            "/cgi-bin/openapi/quota/clear", new EndpointWire(path), OfficialAccountUsageJson.Default.EndpointWire, cancellationToken));
    }

    /// <summary>Tells what the platform wrote down of a failed call (查询rid信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html. It knows calls of the last seven days.</remarks>
    /// <param name="rid">What stands behind <c>rid:</c> in <see cref="PlatformApiException.PlatformMessage"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">76001: nothing is known of it; 76002: it is none; 76003: it is another account's.</exception>
    [Endpoint("POST /cgi-bin/openapi/rid/get")]
    public async Task<RecordedCall> GetCallAsync(string rid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rid);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/openapi/rid/get", new RidWire(rid), OfficialAccountUsageJson.Default.RidWire,
            OfficialAccountUsageJson.Default.RecordedCallAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Request;
    }

    private async Task ClearAsync(string endpoint, Func<Task> clear)
    {
        var now = _time.GetUtcNow();
        var until = new DateTimeOffset(Interlocked.Read(ref _noClearsUntil), TimeSpan.Zero);
        if (now < until)
        {
            throw new PlatformApiException(
                NoMoreClears, endpoint, "forbid to clear quota because of reaching the limit",
                $"Not sent: the platform said so before. An account clears its quotas {ClearsPerMonth} times a month; the next month begins in {SpentQuotas.Say(until - now)}.");
        }
        try
        {
            await clear().ConfigureAwait(false);
        }
        catch (PlatformApiException refusal) when (refusal.Code == NoMoreClears)
        {
            var today = ChinaTime.DayOf(now);
            var next = ChinaTime.Midnight(new DateOnly(today.Year, today.Month, 1).AddMonths(1));
            Interlocked.Exchange(ref _noClearsUntil, next.UtcTicks);
            throw;
        }
        _quotas.Forget();
    }

    private static void CheckPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path[0] != '/' || path.Contains('?', StringComparison.Ordinal))
            throw new ArgumentException($"'{path}' is not a path without query such as /cgi-bin/user/get.", nameof(path));
    }
}
