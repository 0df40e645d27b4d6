using System.Runtime.CompilerServices;
using System.Text.Json;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>
/// Customer service for people in WeChat (微信客服): accounts, servicers, sessions and messages. A <see cref="CustomerServiceEvent"/> says
/// that there is something to read. The application must be in 微信客服 → API → 可调用接口的应用; else 48002.
/// </summary>
public sealed class WeComCustomerService
{
    private const int AccountsPerPage = 100;
    private const int CustomersPerCall = 100;

    private readonly PlatformCalls _calls;

    internal WeComCustomerService(PlatformCalls calls) => _calls = calls;

    private static WeComCustomerServiceJson Json => WeComCustomerServiceJson.Default;

    /// <summary>Adds an account (添加客服账号).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94662.</remarks>
    /// <param name="name">The name that customers see: 1 to 16 characters.</param>
    /// <param name="mediaId">The picture.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The id of the account, its OpenKfId.</returns>
    /// <exception cref="FieldLimitException">The name is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/kf/account/add")]
    public async Task<string> AddAccountAsync(string name, string mediaId, CancellationToken cancellationToken = default)
    {
        ServiceLimits.CheckAccountName(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/kf/account/add", new AccountBody(null, name, mediaId), Json.AccountBody, Json.AccountAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.OpenKfId ?? throw new JsonException("The answer has no open_kfid.");
    }

    /// <summary>Changes the name or the picture of an account. What is null stays as it is.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94664.</remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="name">The new name: 1 to 16 characters.</param>
    /// <param name="mediaId">The new picture.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/kf/account/update")]
    public Task UpdateAccountAsync(string openKfId, string? name = null, string? mediaId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        if (name is not null)
            ServiceLimits.CheckAccountName(name);
        return _calls.ChangeAsync("/cgi-bin/kf/account/update", new AccountBody(openKfId, name, mediaId), Json.AccountBody, cancellationToken);
    }

    /// <summary>Deletes an account.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94663.</remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/kf/account/del")]
    public Task DeleteAccountAsync(string openKfId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        return _calls.ChangeAsync("/cgi-bin/kf/account/del", new AccountBody(openKfId, null, null), Json.AccountBody, cancellationToken);
    }

    /// <summary>Lists the accounts that the application may see.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94661.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/kf/account/list")]
    public async IAsyncEnumerable<ServiceAccount> ListAccountsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var offset = 0; ; offset += AccountsPerPage)
        {
            var answer = await _calls.ReadAsync(
                "/cgi-bin/kf/account/list", new AccountListBody(offset, AccountsPerPage), Json.AccountListBody, Json.AccountListAnswer, cancellationToken)
                .ConfigureAwait(false);
            foreach (var account in answer.Accounts ?? [])
                yield return account;
            if (answer.Accounts is not { Count: AccountsPerPage })
                yield break;
        }
    }

    /// <summary>Makes a link that opens an account in WeChat (获取客服账号链接).</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/94665. Append <c>&amp;scene_param=</c> and up to 128 bytes, URL-encoded, to tell
    /// more with a link; it comes back in <see cref="SessionEntered.SceneParameter"/>.
    /// </remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="scene">Comes back in <see cref="SessionEntered.Scene"/>: at most 32 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The scene is too long, or has other characters.</exception>
    [Endpoint("POST /cgi-bin/kf/add_contact_way")]
    public async Task<Uri> AddContactWayAsync(string openKfId, string? scene = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        ServiceLimits.CheckScene(scene);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/kf/add_contact_way", new ServiceLinkBody(openKfId, scene), Json.ServiceLinkBody, Json.ServiceLinkAnswer, cancellationToken)
            .ConfigureAwait(false);
        return Uri.TryCreate(answer.Url, UriKind.Absolute, out var url) ? url : throw new JsonException("The answer has no url.");
    }

    /// <summary>Lets members and departments serve an account (添加接待人员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94646.</remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="userIds">At most 100 members.</param>
    /// <param name="departmentIds">At most 20 departments.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What became of each; some may have failed.</returns>
    /// <exception cref="FieldLimitException">Nobody, or too many.</exception>
    [Endpoint("POST /cgi-bin/kf/servicer/add")]
    public Task<IReadOnlyList<ServicerResult>> AddServicersAsync(
        string openKfId, IReadOnlyList<string> userIds, IReadOnlyList<int>? departmentIds = null, CancellationToken cancellationToken = default) =>
        ChangeServicersAsync("/cgi-bin/kf/servicer/add", openKfId, userIds, departmentIds, cancellationToken);

    /// <summary>Lets members and departments serve an account no longer (删除接待人员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94647.</remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="userIds">At most 100 members.</param>
    /// <param name="departmentIds">At most 20 departments.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What became of each; some may have failed.</returns>
    /// <exception cref="FieldLimitException">Nobody, or too many.</exception>
    [Endpoint("POST /cgi-bin/kf/servicer/del")]
    public Task<IReadOnlyList<ServicerResult>> RemoveServicersAsync(
        string openKfId, IReadOnlyList<string> userIds, IReadOnlyList<int>? departmentIds = null, CancellationToken cancellationToken = default) =>
        ChangeServicersAsync("/cgi-bin/kf/servicer/del", openKfId, userIds, departmentIds, cancellationToken);

    /// <summary>Lists who serves an account, and who of them takes customers now.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94645.</remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/kf/servicer/list")]
    public async Task<IReadOnlyList<Servicer>> ListServicersAsync(string openKfId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        var answer = await _calls.ReadAsync(
            $"/cgi-bin/kf/servicer/list?open_kfid={Uri.EscapeDataString(openKfId)}", Json.ServicerListAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Servicers ?? [];
    }

    /// <summary>Asks who answers a customer now (获取会话状态).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94669.</remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="externalUserId">The customer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/kf/service_state/get")]
    public Task<ServiceSession> GetSessionAsync(string openKfId, string externalUserId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        ArgumentException.ThrowIfNullOrWhiteSpace(externalUserId);
        return _calls.ReadAsync(
            "/cgi-bin/kf/service_state/get", new SessionBody(openKfId, externalUserId), Json.SessionBody, Json.ServiceSession, cancellationToken);
    }

    /// <summary>Hands a customer over (变更会话状态): to the queue, to a servicer, or to nobody.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/94669. 95016 where the state does not allow it: an ended session begins again only
    /// when the customer writes, and from a servicer it goes to another one or to its end.
    /// </remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="externalUserId">The customer.</param>
    /// <param name="state">Who is to answer from now on.</param>
    /// <param name="servicerUserId">The servicer, where the state is <see cref="ServiceState.Servicer"/>; must be taking customers (95019).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>A code for one message by <see cref="SendOnEventAsync"/>; null where the platform gives none.</returns>
    [Endpoint("POST /cgi-bin/kf/service_state/trans")]
    public async Task<string?> TransferSessionAsync(
        string openKfId, string externalUserId, ServiceState state, string? servicerUserId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        ArgumentException.ThrowIfNullOrWhiteSpace(externalUserId);
        if (state == ServiceState.Servicer)
            ArgumentException.ThrowIfNullOrWhiteSpace(servicerUserId);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/kf/service_state/trans", new SessionBody(openKfId, externalUserId, state, servicerUserId), Json.SessionBody,
            Json.SessionTransferAnswer, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.MessageCode) ? null : answer.MessageCode;
    }

    /// <summary>
    /// Reads what customers and servicers wrote and what happened, batch by batch, until there is nothing more. What was sent by
    /// <see cref="SendAsync"/> is not among it.
    /// </summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/94670. Reaches back three days. Store <see cref="SyncedMessages.NextCursor"/> for
    /// each account after every batch.
    /// </remarks>
    /// <param name="options">Which account, and from where on.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The cursor or the token is too long.</exception>
    [Endpoint("POST /cgi-bin/kf/sync_msg")]
    public async IAsyncEnumerable<SyncedMessages> SyncMessagesAsync(
        SyncOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ServiceLimits.Check(options);
        var cursor = options.Cursor;
        SyncedMessages batch;
        do
        {
            var body = new SyncBody(cursor, options.Token, options.BatchSize, options.VoiceFormat, options.OpenKfId);
            var answer = await _calls.ReadAsync("/cgi-bin/kf/sync_msg", body, Json.SyncBody, Json.SyncAnswer, cancellationToken).ConfigureAwait(false);
            cursor = answer.NextCursor ?? cursor ?? "";
            batch = new SyncedMessages { NextCursor = cursor, HasMore = answer.HasMore != 0, Messages = answer.Messages ?? [] };
            yield return batch;
        }
        while (batch.HasMore);
    }

    /// <summary>Sends a message to a customer. A string is a text.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/94677. Only while the state is <see cref="ServiceState.Unprocessed"/> or
    /// <see cref="ServiceState.Assistant"/> (95018), at most five after each message of the customer (95001) and within 48 hours (95002).
    /// </remarks>
    /// <param name="openKfId">The account.</param>
    /// <param name="externalUserId">The customer.</param>
    /// <param name="message">The message.</param>
    /// <param name="messageId">An id of your own, unique in the account: at most 32 letters, digits, <c>_</c> and <c>-</c>; null takes one of the platform's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The id of the message; a <see cref="SendFailed"/> names it.</returns>
    /// <exception cref="FieldLimitException">A part of the message is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/kf/send_msg")]
    public Task<string> SendAsync(
        string openKfId, string externalUserId, ServiceMessage message, string? messageId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        ArgumentException.ThrowIfNullOrWhiteSpace(externalUserId);
        ArgumentNullException.ThrowIfNull(message);
        ServiceLimits.Check(message);
        ServiceLimits.CheckMessageId(messageId);
        return PostAsync(
            "/cgi-bin/kf/send_msg",
            ServiceMessageBody.Of(message) with { OpenKfId = openKfId, ToUser = externalUserId, MessageId = messageId }, cancellationToken);
    }

    /// <summary>Sends the one message that an event or a hand-over allows: a greeting, a word about the queue, a goodbye. A string is a text.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/95122. Each code serves once: 20 seconds for a greeting or a goodbye, which may be a
    /// menu; 48 hours for the queue, which takes a text, and only while the session is in the state that the code came with.
    /// </remarks>
    /// <param name="code"><see cref="SessionEntered.WelcomeCode"/>, <see cref="SessionStatusChanged.MessageCode"/>, or what <see cref="TransferSessionAsync"/> gave.</param>
    /// <param name="message">The message.</param>
    /// <param name="messageId">An id of your own; null takes one of the platform's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The id of the message.</returns>
    /// <exception cref="FieldLimitException">A part of the message is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/kf/send_msg_on_event")]
    public Task<string> SendOnEventAsync(
        string code, ServicePrompt message, string? messageId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        ServiceLimits.Check(message);
        ServiceLimits.CheckMessageId(messageId);
        return PostAsync(
            "/cgi-bin/kf/send_msg_on_event", ServiceMessageBody.Of(message) with { Code = code, MessageId = messageId }, cancellationToken);
    }

    /// <summary>Looks up what WeChat tells about customers (获取客户基础信息).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/95159. More than 100 take several calls.</remarks>
    /// <param name="externalUserIds">The customers.</param>
    /// <param name="withEnterSession">Also how each came in the last time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/kf/customer/batchget")]
    public async Task<ServiceCustomers> GetCustomersAsync(
        IEnumerable<string> externalUserIds, bool withEnterSession = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(externalUserIds);
        var customers = new List<ServiceCustomer>();
        var invalid = new List<string>();
        foreach (var ids in externalUserIds.Chunk(CustomersPerCall))
        {
            var answer = await _calls.ReadAsync(
                "/cgi-bin/kf/customer/batchget", new CustomersBody(ids, withEnterSession ? 1 : 0), Json.CustomersBody, Json.CustomersAnswer,
                cancellationToken).ConfigureAwait(false);
            customers.AddRange(answer.Customers ?? []);
            invalid.AddRange(answer.InvalidExternalUserIds ?? []);
        }
        return new ServiceCustomers { Customers = customers, InvalidExternalUserIds = invalid };
    }

    private async Task<IReadOnlyList<ServicerResult>> ChangeServicersAsync(
        string path, string openKfId, IReadOnlyList<string> userIds, IReadOnlyList<int>? departmentIds, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openKfId);
        ArgumentNullException.ThrowIfNull(userIds);
        ServiceLimits.CheckServicers(userIds, departmentIds ?? []);
        var answer = await _calls.ChangeAsync(
            path, new ServicersBody(openKfId, userIds, departmentIds ?? []), Json.ServicersBody, Json.ServicersAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.Results ?? [];
    }

    private async Task<string> PostAsync(string path, ServiceMessageBody body, CancellationToken cancellationToken)
    {
        var answer = await _calls.ChangeAsync(path, body, Json.ServiceMessageBody, Json.ServiceMessageAnswer, cancellationToken).ConfigureAwait(false);
        return answer.MessageId ?? throw new JsonException("The answer has no msgid.");
    }
}
