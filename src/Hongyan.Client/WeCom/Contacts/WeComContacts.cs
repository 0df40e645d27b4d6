using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>The members of the corp (成员).</summary>
/// <remarks>
/// What changes members needs the secret of 管理工具 → 通讯录同步: make a client of its own with it. Any other is refused with 48002.
/// Reading works with an application's secret, for members in its scope (应用可见范围).
/// </remarks>
public sealed class WeComContacts
{
    /// <summary>The most that one page of <see cref="ListUserIdsAsync"/> brings.</summary>
    private const int PageSize = 10_000;

    private readonly PlatformCalls _calls;

    internal WeComContacts(PlatformCalls calls) => _calls = calls;

    /// <summary>Creates a member (创建成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90195</remarks>
    /// <param name="user">Who.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is longer than the platform takes, or one that is needed is empty.</exception>
    /// <exception cref="PlatformApiException">For instance 60102: the id is taken; 60104: another member has the mobile number; 60123: there is no such department.</exception>
    [Endpoint("POST /cgi-bin/user/create")]
    public Task CreateUserAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ContactLimits.Check(user);
        return _calls.ChangeAsync("/cgi-bin/user/create", UserWire.Of(user), WeComContactsJson.Default.UserWire, cancellationToken);
    }

    /// <summary>Gives a member (读取成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90196</remarks>
    /// <param name="userId">The member's id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">60111: there is no such member; 60011: the member is out of the application's scope.</exception>
    [Endpoint("GET /cgi-bin/user/get")]
    public async Task<User> GetUserAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var user = await _calls.ReadAsync($"/cgi-bin/user/get?userid={Uri.EscapeDataString(userId)}", WeComContactsJson.Default.UserWire, cancellationToken)
            .ConfigureAwait(false);
        return user.ToUser();
    }

    /// <summary>Changes a member (更新成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90197</remarks>
    /// <param name="changes">Who, and what.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is longer than the platform takes.</exception>
    [Endpoint("POST /cgi-bin/user/update")]
    public Task UpdateUserAsync(UserChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ContactLimits.Check(changes);
        return _calls.ChangeAsync("/cgi-bin/user/update", UserWire.Of(changes), WeComContactsJson.Default.UserWire, cancellationToken);
    }

    /// <summary>Deletes a member (删除成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90198</remarks>
    /// <param name="userId">The member's id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">60111: there is no such member; 301005: the corp's creator cannot be deleted.</exception>
    [Endpoint("GET /cgi-bin/user/delete")]
    public Task DeleteUserAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return _calls.ChangeAsync(HttpMethod.Get, $"/cgi-bin/user/delete?userid={Uri.EscapeDataString(userId)}", cancellationToken);
    }

    /// <summary>Deletes up to 200 members (批量删除成员): all of them or, where one does not exist, none.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90199</remarks>
    /// <param name="userIds">1 to 200 ids.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">There are none, or more than 200.</exception>
    [Endpoint("POST /cgi-bin/user/batchdelete")]
    public Task DeleteUsersAsync(IReadOnlyList<string> userIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        ContactLimits.CheckDeletion(userIds);
        return _calls.ChangeAsync("/cgi-bin/user/batchdelete", new UserIdsWire(userIds), WeComContactsJson.Default.UserIdsWire, cancellationToken);
    }

    /// <summary>Lists the members of a department by name (获取部门成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90200. The secret of 通讯录同步 gets <see cref="ListUserIdsAsync"/> instead.</remarks>
    /// <param name="departmentId">The department; 1 is the root.</param>
    /// <param name="depth">Whether members of the departments below belong to the list.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/user/simplelist")]
    public async IAsyncEnumerable<UserSummary> ListUserSummariesAsync(
        int departmentId, DepartmentDepth depth = DepartmentDepth.ItsOwn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await ListAsync("/cgi-bin/user/simplelist", departmentId, depth, cancellationToken).ConfigureAwait(false);
        foreach (var user in list.Users ?? [])
            yield return user.ToSummary();
    }

    /// <summary>Lists the members of a department with all their fields (获取部门成员详情).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90201. The platform gives it as one answer; 45029: it would be too large, list department by department.</remarks>
    /// <param name="departmentId">The department; 1 is the root.</param>
    /// <param name="depth">Whether members of the departments below belong to the list.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/user/list")]
    public async IAsyncEnumerable<User> ListUsersAsync(
        int departmentId, DepartmentDepth depth = DepartmentDepth.ItsOwn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await ListAsync("/cgi-bin/user/list", departmentId, depth, cancellationToken).ConfigureAwait(false);
        foreach (var user in list.Users ?? [])
            yield return user.ToUser();
    }

    /// <summary>Lists the ids of all members with their departments (获取成员ID列表), page after page as it is read.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/96067. For the secret of 通讯录同步.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/user/list_id")]
    public async IAsyncEnumerable<UserDepartment> ListUserIdsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? cursor = null;
        do
        {
            var page = await _calls.ReadAsync(
                "/cgi-bin/user/list_id", new UserPageQuery(cursor, PageSize), WeComContactsJson.Default.UserPageQuery,
                WeComContactsJson.Default.UserPageWire, cancellationToken).ConfigureAwait(false);
            foreach (var user in page.Users ?? [])
                yield return new UserDepartment(user.UserId ?? user.OpenUserId ?? "", user.Department);
            cursor = page.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
    }

    /// <summary>Finds a member by mobile number (手机号获取userid).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/95402. Whoever looks up strangers by the dozen is blocked for a day.</remarks>
    /// <param name="mobile">The number.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The member's id.</returns>
    /// <exception cref="PlatformApiException">46004: nobody has it.</exception>
    [Endpoint("POST /cgi-bin/user/getuserid")]
    public Task<string> FindUserIdByMobileAsync(string mobile, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mobile);
        return LookUpAsync("/cgi-bin/user/getuserid", new() { Mobile = mobile }, found => found.UserId, cancellationToken);
    }

    /// <summary>Finds a member by e-mail address (邮箱获取userid).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/95895</remarks>
    /// <param name="email">The address.</param>
    /// <param name="kind">Which of the two addresses of a member it is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The member's id.</returns>
    /// <exception cref="PlatformApiException">46004: nobody has it.</exception>
    [Endpoint("POST /cgi-bin/user/get_userid_by_email")]
    public Task<string> FindUserIdByEmailAsync(string email, EmailKind kind = EmailKind.Business, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(email);
        return LookUpAsync("/cgi-bin/user/get_userid_by_email", new() { Email = email, EmailType = (int)kind }, found => found.UserId, cancellationToken);
    }

    /// <summary>Gives the open id (openid) of a member, which payments need.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90202</remarks>
    /// <param name="userId">The member's id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">43004: the member has not connected WeChat.</exception>
    [Endpoint("POST /cgi-bin/user/convert_to_openid")]
    public Task<string> ConvertToOpenIdAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return LookUpAsync("/cgi-bin/user/convert_to_openid", new() { UserId = userId }, found => found.OpenId, cancellationToken);
    }

    /// <summary>Gives the member whose open id it is.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90202</remarks>
    /// <param name="openId">The open id, for instance of a payment.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The member's id.</returns>
    [Endpoint("POST /cgi-bin/user/convert_to_userid")]
    public Task<string> ConvertToUserIdAsync(string openId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);
        return LookUpAsync("/cgi-bin/user/convert_to_userid", new() { OpenId = openId }, found => found.UserId, cancellationToken);
    }

    /// <summary>Lets a member in whom the corp has checked (二次验证), at the first sign-in.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90203</remarks>
    /// <param name="userId">The member's id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/user/authsucc")]
    public Task ConfirmVerificationAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return _calls.ChangeAsync(HttpMethod.Get, $"/cgi-bin/user/authsucc?userid={Uri.EscapeDataString(userId)}", cancellationToken);
    }

    /// <summary>Invites members to activate WeCom (邀请成员), by text message or e-mail.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90975</remarks>
    /// <param name="invitation">Whom.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Who could not be invited.</returns>
    /// <exception cref="FieldLimitException">Nobody is named, or more than 1000 members, 100 departments or 100 tags.</exception>
    [Endpoint("POST /cgi-bin/batch/invite")]
    public async Task<InvitationResult> InviteAsync(Invitation invitation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ContactLimits.Check(invitation);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/batch/invite", new InvitationWire(invitation.UserIds, invitation.DepartmentIds, invitation.TagIds),
            WeComContactsJson.Default.InvitationWire, WeComContactsJson.Default.InvitationAnswer, cancellationToken).ConfigureAwait(false);
        return new InvitationResult
        {
            InvalidUserIds = answer.Users ?? [],
            InvalidDepartmentIds = answer.Departments ?? [],
            InvalidTagIds = answer.Tags ?? [],
        };
    }

    /// <summary>Gives the QR code by which people join the corp (加入企业二维码); it lasts for seven days.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/91714</remarks>
    /// <param name="size">How large the picture is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The picture's address.</returns>
    [Endpoint("GET /cgi-bin/corp/get_join_qrcode")]
    public async Task<Uri> GetJoinQrCodeAsync(JoinQrCodeSize size = JoinQrCodeSize.Small, CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/corp/get_join_qrcode?size_type={(int)size}"),
            WeComContactsJson.Default.JoinQrCodeAnswer, cancellationToken).ConfigureAwait(false);
        return Uri.TryCreate(answer.Url, UriKind.Absolute, out var url) ? url : throw new JsonException("The answer has no join_qrcode.");
    }

    private Task<UserListWire> ListAsync(string path, int departmentId, DepartmentDepth depth, CancellationToken cancellationToken)
    {
        var fetchChild = depth == DepartmentDepth.WithSubDepartments ? 1 : 0;
        return _calls.ReadAsync(
            string.Create(CultureInfo.InvariantCulture, $"{path}?department_id={departmentId}&fetch_child={fetchChild}"),
            WeComContactsJson.Default.UserListWire, cancellationToken);
    }

    private async Task<string> LookUpAsync(string path, UserLookup by, Func<UserLookup, string?> read, CancellationToken cancellationToken)
    {
        var found = await _calls.ReadAsync(path, by, WeComContactsJson.Default.UserLookup, WeComContactsJson.Default.UserLookup, cancellationToken)
            .ConfigureAwait(false);
        return read(found) is { Length: > 0 } id ? id : throw new JsonException("The answer has no id.");
    }
}
