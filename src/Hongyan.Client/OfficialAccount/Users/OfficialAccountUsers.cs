using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Who follows the account (用户管理), the remarks it keeps, and whom it does not want to hear (黑名单). Takes a verified account.</summary>
public sealed class OfficialAccountUsers
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/User_Management";
    private const int MaxAtOnce = 100;
    private const int MaxBlocked = 20;
    private const int MaxRemark = 29;

    private readonly PlatformCalls _calls;

    internal OfficialAccountUsers(PlatformCalls calls) => _calls = calls;

    /// <summary>Tells of one person (获取用户基本信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html</remarks>
    /// <param name="openId">Who.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40003: no person of this account has the OpenID.</exception>
    [Endpoint("GET /cgi-bin/user/info")]
    public Task<Follower> GetAsync(string openId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        return _calls.ReadAsync(
            $"/cgi-bin/user/info?openid={Uri.EscapeDataString(openId)}&lang=zh_CN", OfficialAccountUsersJson.Default.Follower, cancellationToken);
    }

    /// <summary>Tells of several people in one call (批量获取用户基本信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html</remarks>
    /// <param name="openIds">Who: 1 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">None, or more than 100.</exception>
    /// <exception cref="PlatformApiException">40003: one of them is no person of this account.</exception>
    [Endpoint("POST /cgi-bin/user/info/batchget")]
    public async Task<IReadOnlyList<Follower>> GetManyAsync(IReadOnlyList<string> openIds, CancellationToken cancellationToken = default)
    {
        CheckOpenIds(openIds, MaxAtOnce);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/user/info/batchget", new FollowerQueryWire([.. openIds.Select(openId => new OpenIdWire(openId))]),
            OfficialAccountUsersJson.Default.FollowerQueryWire, OfficialAccountUsersJson.Default.FollowerListWire, cancellationToken).ConfigureAwait(false);
        return answer.Followers ?? [];
    }

    /// <summary>Lists the OpenIDs of all who follow the account (获取用户列表), 10,000 with each call.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html. An account has 500 calls a day.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/user/get")]
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken = default) => OpenIdPages.ReadAsync(
        (after, token) => _calls.ReadAsync(
            after.Length == 0 ? "/cgi-bin/user/get" : $"/cgi-bin/user/get?next_openid={Uri.EscapeDataString(after)}",
            OfficialAccountUsersJson.Default.OpenIdPageWire, token),
        cancellationToken);

    /// <summary>Gives a follower a name of the account's own (设置用户备注名).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Configuring_user_notes.html</remarks>
    /// <param name="openId">Who.</param>
    /// <param name="remark">Fewer than 30 characters; empty takes the name away.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is too long.</exception>
    /// <exception cref="PlatformApiException">40003: no person of this account has the OpenID; 43004: they do not follow it.</exception>
    [Endpoint("POST /cgi-bin/user/info/updateremark")]
    public Task SetRemarkAsync(string openId, string remark, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        ArgumentNullException.ThrowIfNull(remark);
        new LimitCheck("a remark", $"{Page}/Configuring_user_notes.html").Characters(nameof(remark), remark, MaxRemark);
        return _calls.ChangeAsync("/cgi-bin/user/info/updateremark", new RemarkWire(openId, remark), OfficialAccountUsersJson.Default.RemarkWire, cancellationToken);
    }

    /// <summary>Lists the OpenIDs of those on the blacklist (获取黑名单列表), 10,000 with each call.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/tags/members/getblacklist")]
    public IAsyncEnumerable<string> ListBlockedAsync(CancellationToken cancellationToken = default) => OpenIdPages.ReadAsync(
        (after, token) => _calls.ReadAsync(
            "/cgi-bin/tags/members/getblacklist", new BlacklistQueryWire(after),
            OfficialAccountUsersJson.Default.BlacklistQueryWire, OfficialAccountUsersJson.Default.OpenIdPageWire, token),
        cancellationToken);

    /// <summary>Puts people on the blacklist (拉黑用户): what they say is no longer delivered, and nothing can be sent to them (43019).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html</remarks>
    /// <param name="openIds">Who: 1 to 20.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">None, or more than 20.</exception>
    /// <exception cref="PlatformApiException">40003, 49003: one of them is no person of this account.</exception>
    [Endpoint("POST /cgi-bin/tags/members/batchblacklist")]
    public Task BlockAsync(IReadOnlyList<string> openIds, CancellationToken cancellationToken = default) =>
        BlockAsync("batchblacklist", openIds, cancellationToken);

    /// <summary>Takes people off the blacklist (取消拉黑用户).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html</remarks>
    /// <param name="openIds">Who: 1 to 20.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">None, or more than 20.</exception>
    /// <exception cref="PlatformApiException">40003, 49003: one of them is no person of this account.</exception>
    [Endpoint("POST /cgi-bin/tags/members/batchunblacklist")]
    public Task UnblockAsync(IReadOnlyList<string> openIds, CancellationToken cancellationToken = default) =>
        BlockAsync("batchunblacklist", openIds, cancellationToken);

    private Task BlockAsync(string what, IReadOnlyList<string> openIds, CancellationToken cancellationToken)
    {
        CheckOpenIds(openIds, MaxBlocked);
        return _calls.ChangeAsync($"/cgi-bin/tags/members/{what}", new OpenIdListWire(openIds), OfficialAccountUsersJson.Default.OpenIdListWire, cancellationToken);
    }

    private static void CheckOpenIds(IReadOnlyList<string> openIds, int max)
    {
        ArgumentNullException.ThrowIfNull(openIds);
        new LimitCheck("one call", Page).Count(nameof(openIds), openIds.Count, 1, max);
    }
}
