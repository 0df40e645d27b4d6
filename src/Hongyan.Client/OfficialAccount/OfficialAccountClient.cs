using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Calls;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Calls the server API of an Official Account (公众号). Token, retries and errors are taken care of. Safe for use by many threads; keep one
/// for each account.
/// </summary>
/// <remarks>
/// Every method throws <see cref="PlatformApiException"/> where the platform refuses the call and
/// <see cref="PlatformUnavailableException"/> where there is no usable answer.
/// </remarks>
public sealed class OfficialAccountClient
{
    private readonly PlatformCalls _calls;
    private readonly AccessTokenSource _tokens;

    /// <summary>A client of its own; <c>AddOfficialAccount</c> has registered one for each account, with the account's name as key.</summary>
    /// <param name="http">Carries the calls. Take its loggers out (RemoveAllLoggers): the platform wants the token in the URL.</param>
    /// <param name="options">Which account.</param>
    /// <param name="store">Where tokens are kept; null keeps them in this client.</param>
    /// <param name="time">The clock; null is the system's.</param>
    /// <param name="logger">Told when a token is fetched, when that fails and when a call is repeated; never sees a token.</param>
    public OfficialAccountClient(
        HttpClient http, OfficialAccountClientOptions options, IAccessTokenStore? store = null, TimeProvider? time = null,
        ILogger<OfficialAccountClient>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.AppId);
        ArgumentException.ThrowIfNullOrEmpty(options.Secret);

        time ??= TimeProvider.System;
        store ??= new MemoryAccessTokenStore();
        var connection = new PlatformConnection(http, options.ApiBaseAddress, OfficialAccountErrorHints.For, time);
        var key = AccessTokenKey.ForOfficialAccount(options.AppId, options.Secret);
        var issuer = new OfficialAccountTokenIssuer(connection, options, time);
        _tokens = new AccessTokenSource(key, store, issuer.FetchAsync, time, logger);
        var retry = new PlatformRetry(options.Retries, time, logger ?? NullLogger<OfficialAccountClient>.Instance);
        var quotas = new SpentQuotas(time);
        var caller = new PlatformCaller(connection, retry, _tokens, quotas);
        _calls = new PlatformCalls(caller, options.CallTimeout);
        CustomerMessages = new OfficialAccountCustomerMessages(_calls);
        Media = new OfficialAccountMedia(caller, _calls, options, time);
        MassMessages = new OfficialAccountMassMessages(_calls, time);
        TemplateMessages = new OfficialAccountTemplateMessages(_calls);
        SubscribeMessages = new OfficialAccountSubscribeMessages(_calls, options);
        Materials = new OfficialAccountMaterials(caller, _calls, options);
        Drafts = new OfficialAccountDrafts(_calls);
        Publishing = new OfficialAccountPublishing(_calls);
        Users = new OfficialAccountUsers(_calls);
        Tags = new OfficialAccountTags(_calls);
        QrCodes = new OfficialAccountQrCodes(_calls, options);
        Usage = new OfficialAccountUsage(_calls, connection, options, quotas, time);
        Network = new OfficialAccountNetwork(_calls);
        Menus = new OfficialAccountMenus(_calls);
        CustomerServiceAccounts = new OfficialAccountCustomerServiceAccounts(caller, _calls, options);
        CustomerServiceSessions = new OfficialAccountCustomerServiceSessions(_calls);
        JsSdk = new OfficialAccountJsSdk(_calls, options, store, time, logger);
        OAuth = new OfficialAccountOAuth(connection, retry, options);
        Statistics = new OfficialAccountStatistics(_calls, time);
    }

    /// <summary>Messages to one follower (客服消息), for as long as the platform allows after the follower did something.</summary>
    public OfficialAccountCustomerMessages CustomerMessages { get; }

    /// <summary>Temporary material (临时素材): upload and download of pictures, voice and video.</summary>
    public OfficialAccountMedia Media { get; }

    /// <summary>Messages to many followers (群发): text, articles, pictures, voice and video.</summary>
    public OfficialAccountMassMessages MassMessages { get; }

    /// <summary>Notices of a service to one follower (模板消息), and their templates.</summary>
    public OfficialAccountTemplateMessages TemplateMessages { get; }

    /// <summary>Messages that a person has agreed to get (订阅通知, 一次性订阅消息), and their templates.</summary>
    public OfficialAccountSubscribeMessages SubscribeMessages { get; }

    /// <summary>Permanent material (永久素材), and pictures for articles.</summary>
    public OfficialAccountMaterials Materials { get; }

    /// <summary>The draft box (草稿箱).</summary>
    public OfficialAccountDrafts Drafts { get; }

    /// <summary>Publishing drafts (发布能力).</summary>
    public OfficialAccountPublishing Publishing { get; }

    /// <summary>Who follows the account (用户), remarks, and the blacklist (黑名单).</summary>
    public OfficialAccountUsers Users { get; }

    /// <summary>The tags (标签) that followers have.</summary>
    public OfficialAccountTags Tags { get; }

    /// <summary>QR codes with a scene (带参数的二维码), and short keys.</summary>
    public OfficialAccountQrCodes QrCodes { get; }

    /// <summary>How often the API may be called (接口额度), and what a failed call was.</summary>
    public OfficialAccountUsage Usage { get; }

    /// <summary>The platform's addresses, and whether it reaches the callback (网络检测).</summary>
    public OfficialAccountNetwork Network { get; }

    /// <summary>Fetches another access token where the one in use ends soon, so that no call waits for it. Does nothing where none is in use.</summary>
    /// <param name="ahead">How long before its end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task RenewTokenAsync(TimeSpan ahead, CancellationToken cancellationToken = default) => _tokens.RenewAheadAsync(ahead, cancellationToken);

    /// <summary>The menu below the conversation (自定义菜单), and menus for some followers (个性化菜单).</summary>
    public OfficialAccountMenus Menus { get; }

    /// <summary>Those who answer for the account (客服账号).</summary>
    public OfficialAccountCustomerServiceAccounts CustomerServiceAccounts { get; }

    /// <summary>Who of them talks with which follower (客服会话), and what was said.</summary>
    public OfficialAccountCustomerServiceSessions CustomerServiceSessions { get; }

    /// <summary>Signatures for pages that use the JS-SDK.</summary>
    public OfficialAccountJsSdk JsSdk { get; }

    /// <summary>Who opens a web page (网页授权).</summary>
    public OfficialAccountOAuth OAuth { get; }

    /// <summary>What happened around the account, by day (数据统计).</summary>
    public OfficialAccountStatistics Statistics { get; }

    /// <summary>Calls an endpoint that has no method here.</summary>
    /// <param name="method">The verb that the platform's page names.</param>
    /// <param name="path">Path and query without the token, such as <c>/cgi-bin/user/info?openid=…</c>.</param>
    /// <param name="body">The JSON body; null sends none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The whole answer.</returns>
    public Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body = null, CancellationToken cancellationToken = default) =>
        SendAsync(method, path, body is null ? null : JsonBody.Of(body), PlatformJson.Default.JsonElement, cancellationToken);

    /// <summary>Calls an endpoint that has no method here, without a body.</summary>
    /// <param name="method">The verb that the platform's page names.</param>
    /// <param name="path">Path and query without the token.</param>
    /// <param name="answerType">How to read the answer: a property of your <c>JsonSerializerContext</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<TAnswer> SendAsync<TAnswer>(
        HttpMethod method, string path, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken = default) =>
        SendAsync(method, path, content: null, answerType, cancellationToken);

    /// <summary>Calls an endpoint that has no method here, with a body.</summary>
    /// <param name="method">The verb that the platform's page names.</param>
    /// <param name="path">Path and query without the token.</param>
    /// <param name="body">Written as JSON, Chinese as it is.</param>
    /// <param name="bodyType">How to write the body: a property of your <c>JsonSerializerContext</c>.</param>
    /// <param name="answerType">How to read the answer: another one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bodyType);
        return SendAsync(method, path, JsonBody.Of(body, bodyType), answerType, cancellationToken);
    }

    private Task<TAnswer> SendAsync<TAnswer>(
        HttpMethod method, string path, Func<HttpContent>? content, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(answerType);
        // Nobody knows here whether the call only reads, so it is treated as one that does not.
        return _calls.SendAsync(method, path, content, isRepeatable: false, answerType, cancellationToken);
    }
}
