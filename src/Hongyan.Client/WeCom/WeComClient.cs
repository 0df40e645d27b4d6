using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Calls;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hongyan.WeCom;

/// <summary>
/// Calls the server API of WeCom (企业微信) as one application of a corp. Token, retries and errors are taken care of. Safe for use by
/// many threads; keep one for each application.
/// </summary>
/// <remarks>
/// Every method throws <see cref="PlatformApiException"/> where the platform refuses the call and
/// <see cref="PlatformUnavailableException"/> where there is no usable answer.
/// </remarks>
public sealed class WeComClient
{
    private readonly PlatformCalls _calls;
    private readonly AccessTokenSource _tokens;

    /// <summary>A client of its own; <c>AddWeCom</c> has registered one for each account, with the account's name as key.</summary>
    /// <param name="http">Carries the calls. Take its loggers out (RemoveAllLoggers): the platform wants the token in the URL.</param>
    /// <param name="options">Which application.</param>
    /// <param name="store">Where tokens and JS-SDK tickets are kept; null keeps them in this client.</param>
    /// <param name="time">The clock; null is the system's.</param>
    /// <param name="logger">Told when a token is fetched, when that fails and when a call is repeated; never sees a token.</param>
    public WeComClient(
        HttpClient http, WeComClientOptions options, IAccessTokenStore? store = null, TimeProvider? time = null, ILogger<WeComClient>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.CorpId);
        ArgumentException.ThrowIfNullOrEmpty(options.Secret);

        time ??= TimeProvider.System;
        var connection = new PlatformConnection(http, options.ApiBaseAddress, WeComErrorHints.For, time);
        var key = AccessTokenKey.ForWeCom(options.CorpId, options.AgentId, options.Secret);
        var issuer = new WeComTokenIssuer(connection, options, time);
        store ??= new MemoryAccessTokenStore();
        _tokens = new AccessTokenSource(key, store, issuer.FetchAsync, time, logger);
        var retry = new PlatformRetry(options.Retries, time, logger ?? NullLogger<WeComClient>.Instance);
        var caller = new PlatformCaller(connection, retry, _tokens);
        _calls = new PlatformCalls(caller, options.CallTimeout);
        Messages = new WeComMessages(_calls, options);
        AppChats = new WeComAppChats(_calls);
        Media = new WeComMedia(caller, options, time);
        Contacts = new WeComContacts(_calls);
        Departments = new WeComDepartments(_calls);
        Tags = new WeComTags(_calls);
        Agents = new WeComAgents(_calls, options);
        Menus = new WeComMenus(_calls, options);
        OAuth = new WeComOAuth(_calls, options);
        JsSdk = new WeComJsSdk(_calls, options, store, time, logger);
        ExternalContacts = new WeComExternalContacts(_calls);
        CustomerService = new WeComCustomerService(_calls);
        CheckIns = new WeComCheckIns(_calls);
    }

    /// <summary>Messages of the application (应用消息): send, take back, update cards.</summary>
    public WeComMessages Messages { get; }

    /// <summary>Groups that the application made (应用群聊): create, change, read, send.</summary>
    public WeComAppChats AppChats { get; }

    /// <summary>Temporary media (临时素材): upload and download of pictures, voice, video and files.</summary>
    public WeComMedia Media { get; }

    /// <summary>The members of the corp (成员).</summary>
    public WeComContacts Contacts { get; }

    /// <summary>The departments of the corp (部门).</summary>
    public WeComDepartments Departments { get; }

    /// <summary>The tags of members (标签).</summary>
    public WeComTags Tags { get; }

    /// <summary>The application itself (应用管理): its settings, the workbench.</summary>
    public WeComAgents Agents { get; }

    /// <summary>The menu below the application's conversation (应用菜单).</summary>
    public WeComMenus Menus { get; }

    /// <summary>Who opens a web page (网页授权登录).</summary>
    public WeComOAuth OAuth { get; }

    /// <summary>Signatures for pages that use the JS-SDK.</summary>
    public WeComJsSdk JsSdk { get; }

    /// <summary>Customers (客户联系): their tags, remarks, greetings and groups.</summary>
    public WeComExternalContacts ExternalContacts { get; }

    /// <summary>Customer service for people in WeChat (微信客服).</summary>
    public WeComCustomerService CustomerService { get; }

    /// <summary>Check-ins of members (打卡), for reading.</summary>
    public WeComCheckIns CheckIns { get; }

    /// <summary>Fetches another access token where the one in use ends soon, so that no call waits for it. Does nothing where none is in use.</summary>
    /// <param name="ahead">How long before its end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task RenewTokenAsync(TimeSpan ahead, CancellationToken cancellationToken = default) => _tokens.RenewAheadAsync(ahead, cancellationToken);

    /// <summary>Calls an endpoint that has no method here.</summary>
    /// <param name="method">The verb that the platform's page names.</param>
    /// <param name="path">Path and query without the token, such as <c>/cgi-bin/user/get?userid=zhangsan</c>.</param>
    /// <param name="body">The JSON body; null sends none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The whole answer, <c>errcode</c> 0 included.</returns>
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
