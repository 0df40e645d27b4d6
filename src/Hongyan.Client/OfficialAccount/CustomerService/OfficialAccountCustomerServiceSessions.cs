using System.Runtime.CompilerServices;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Who of the servicers talks with which follower (客服会话). The bot is told by <c>CustomerSessionCreatedEvent</c>,
/// <c>CustomerSessionClosedEvent</c> and <c>CustomerSessionSwitchedEvent</c>. Takes a verified account.
/// </summary>
public sealed class OfficialAccountCustomerServiceSessions
{
    private const string RecordPage = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html";
    private const int PageSize = 10_000;
    private const int NoSession = 65413;

    private static readonly TimeSpan LongestSpan = TimeSpan.FromHours(24);

    private readonly PlatformCalls _calls;

    internal OfficialAccountCustomerServiceSessions(PlatformCalls calls) => _calls = calls;

    /// <summary>Begins a session between a servicer who is online and a follower (创建会话).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html</remarks>
    /// <param name="account">The servicer's whole name.</param>
    /// <param name="openId">The follower.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65401: there is no such servicer; 65402: they have no WeChat; 65415: they are not online; 65414: another one talks with the follower.</exception>
    [Endpoint("POST /customservice/kfsession/create")]
    public Task CreateAsync(string account, string openId, CancellationToken cancellationToken = default) =>
        ChangeAsync("create", account, openId, cancellationToken);

    /// <summary>Ends a session (关闭会话).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html</remarks>
    /// <param name="account">The servicer's whole name.</param>
    /// <param name="openId">The follower.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65413: nobody talks with the follower; 65414: another servicer does.</exception>
    [Endpoint("POST /customservice/kfsession/close")]
    public Task CloseAsync(string account, string openId, CancellationToken cancellationToken = default) =>
        ChangeAsync("close", account, openId, cancellationToken);

    /// <summary>Tells who talks with a follower (获取客户会话状态); null: nobody.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html</remarks>
    /// <param name="openId">The follower.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40003: no person of this account has the OpenID.</exception>
    [Endpoint("GET /customservice/kfsession/getsession")]
    public async Task<CustomerServiceSession?> GetAsync(string openId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        try
        {
            var session = await _calls.ReadAsync(
                $"/customservice/kfsession/getsession?openid={Uri.EscapeDataString(openId)}", OfficialAccountCustomerServiceJson.Default.CustomerServiceSession,
                cancellationToken).ConfigureAwait(false);
            return session.Account.Length == 0 ? null : session with { OpenId = openId };
        }
        catch (PlatformApiException refusal) when (refusal.Code == NoSession)
        {
            return null;
        }
    }

    /// <summary>Lists with whom a servicer talks (获取客服会话列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html. The platform gives it as one answer.</remarks>
    /// <param name="account">The servicer's whole name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65401: there is no such servicer.</exception>
    [Endpoint("GET /customservice/kfsession/getsessionlist")]
    public async IAsyncEnumerable<CustomerServiceSession> ListAsync(string account, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        var list = await _calls.ReadAsync(
            $"/customservice/kfsession/getsessionlist?kf_account={Uri.EscapeDataString(account)}", OfficialAccountCustomerServiceJson.Default.SessionListWire,
            cancellationToken).ConfigureAwait(false);
        foreach (var session in list.Sessions ?? [])
            yield return session with { Account = account };
    }

    /// <summary>Tells who waits for a servicer (获取未接入会话列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /customservice/kfsession/getwaitcase")]
    public Task<WaitingList> GetWaitingAsync(CancellationToken cancellationToken = default) =>
        _calls.ReadAsync("/customservice/kfsession/getwaitcase", OfficialAccountCustomerServiceJson.Default.WaitingList, cancellationToken);

    /// <summary>Reads what servicers and followers said (获取聊天记录), 10,000 lines with each call.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html</remarks>
    /// <param name="from">From when.</param>
    /// <param name="to">Until when: at most 24 hours later.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">It is more than 24 hours, or ends before it begins.</exception>
    [Endpoint("POST /customservice/msgrecord/getmsglist")]
    public IAsyncEnumerable<ServiceRecord> ListRecordsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        new LimitCheck("one reading of the records", RecordPage).Range("to - from (hours)", (to - from).TotalHours, 0, LongestSpan.TotalHours);
        return ReadRecordsAsync(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds(), cancellationToken);
    }

    private async IAsyncEnumerable<ServiceRecord> ReadRecordsAsync(long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long first = 1; ;)
        {
            var page = await _calls.ReadAsync(
                "/customservice/msgrecord/getmsglist", new RecordQueryWire(from, to, first, PageSize), OfficialAccountCustomerServiceJson.Default.RecordQueryWire,
                OfficialAccountCustomerServiceJson.Default.RecordListWire, cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Records ?? [])
                yield return record;
            if (page.Number < PageSize || page.Next <= first)
                yield break;
            first = page.Next;
        }
    }

    private Task ChangeAsync(string what, string account, string openId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        return _calls.ChangeAsync(
            $"/customservice/kfsession/{what}", new SessionWire(account, openId), OfficialAccountCustomerServiceJson.Default.SessionWire, cancellationToken);
    }
}
