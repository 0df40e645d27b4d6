using System.Runtime.CompilerServices;
using System.Text.Json;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>
/// Customers (客户联系): who they are, their tags and remarks, the ways to reach members, greetings and groups of customers. The
/// application must be in 客户联系 → API → 可调用接口的应用; else 48002.
/// </summary>
public sealed class WeComExternalContacts
{
    private const int NoContact = 84061;
    private const int UsersPerCall = 100;
    private const int PageSize = 100;
    private const int LargePageSize = 1000;

    private readonly PlatformCalls _calls;

    internal WeComExternalContacts(PlatformCalls calls) => _calls = calls;

    private static WeComExternalContactsJson Json => WeComExternalContactsJson.Default;

    /// <summary>Lists the members who may have customers (配置了客户联系功能的成员), as far as the application may see them.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92571.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/externalcontact/get_follow_user_list")]
    public async Task<IReadOnlyList<string>> ListFollowUsersAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync("/cgi-bin/externalcontact/get_follow_user_list", Json.FollowUserListAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.UserIds ?? [];
    }

    /// <summary>Lists the ids of one member's customers; none where the platform says 84061, as it does for a member without any.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92113.</remarks>
    /// <param name="userId">The member.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/externalcontact/list")]
    public async Task<IReadOnlyList<string>> ListIdsAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        try
        {
            var path = $"/cgi-bin/externalcontact/list?userid={Uri.EscapeDataString(userId)}";
            var answer = await _calls.ReadAsync(path, Json.ExternalContactListAnswer, cancellationToken).ConfigureAwait(false);
            return answer.ExternalUserIds ?? [];
        }
        catch (PlatformApiException refusal) when (refusal.Code == NoContact)
        {
            return [];
        }
    }

    /// <summary>Reads a customer with the notes of every member who has this customer, however many pages that takes.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92114.</remarks>
    /// <param name="externalUserId">The customer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/externalcontact/get")]
    public async Task<ExternalContactProfile> GetAsync(string externalUserId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalUserId);
        var path = $"/cgi-bin/externalcontact/get?external_userid={Uri.EscapeDataString(externalUserId)}";
        var answer = await _calls.ReadAsync(path, Json.ExternalContactAnswer, cancellationToken).ConfigureAwait(false);
        var contact = answer.Contact ?? throw new JsonException("The answer has no external_contact.");
        var followUsers = new List<FollowUser>(answer.FollowUsers ?? []);
        while (!string.IsNullOrEmpty(answer.NextCursor))
        {
            answer = await _calls.ReadAsync($"{path}&cursor={Uri.EscapeDataString(answer.NextCursor)}", Json.ExternalContactAnswer, cancellationToken)
                .ConfigureAwait(false);
            followUsers.AddRange(answer.FollowUsers ?? []);
        }
        return new ExternalContactProfile { Contact = contact, FollowUsers = followUsers };
    }

    /// <summary>Lists the customers of some members with these members' notes; a customer of two of them comes twice.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92994. More than 100 members take several calls.</remarks>
    /// <param name="userIds">The members.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/batch/get_by_user")]
    public async IAsyncEnumerable<FollowedContact> ListByUsersAsync(
        IEnumerable<string> userIds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        foreach (var users in userIds.Chunk(UsersPerCall))
        {
            string? cursor = null;
            do
            {
                var answer = await _calls.ReadAsync(
                    "/cgi-bin/externalcontact/batch/get_by_user", new ByUsersBody(users, cursor, PageSize), Json.ByUsersBody, Json.ByUsersAnswer,
                    cancellationToken).ConfigureAwait(false);
                foreach (var contact in answer.Contacts ?? [])
                    yield return contact;
                cursor = answer.NextCursor;
            }
            while (!string.IsNullOrEmpty(cursor));
        }
    }

    /// <summary>Changes what a member has noted about a customer (修改客户备注信息).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92115.</remarks>
    /// <param name="remark">The notes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A note is too long.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/remark")]
    public Task RemarkAsync(ExternalContactRemark remark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(remark);
        ExternalContactLimits.Check(remark);
        return _calls.ChangeAsync("/cgi-bin/externalcontact/remark", remark, Json.ExternalContactRemark, cancellationToken);
    }

    /// <summary>Sends the message that greets a new customer, once within 20 seconds of the event.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/92137. Where several applications get the code, the first that sends wins: 41096
    /// says that another one is sending, and may be tried again; 41051 that the customer has been greeted.
    /// </remarks>
    /// <param name="welcomeCode"><see cref="ExternalContactAddedEvent.WelcomeCode"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The message is empty, or a part is too long.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/send_welcome_msg")]
    public Task SendWelcomeAsync(string welcomeCode, WelcomeMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(welcomeCode);
        ArgumentNullException.ThrowIfNull(message);
        ExternalContactLimits.Check(message);
        var body = new WelcomeBody(
            welcomeCode,
            string.IsNullOrEmpty(message.Text) ? null : new WelcomeText(message.Text),
            message.Attachments.Count == 0 ? null : [.. message.Attachments.Select(WelcomeAttachmentBody.Of)]);
        return _calls.ChangeAsync("/cgi-bin/externalcontact/send_welcome_msg", body, Json.WelcomeBody, cancellationToken);
    }

    /// <summary>Finds the open id (openid) of a customer who uses WeChat, for payments.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92323.</remarks>
    /// <param name="externalUserId">The customer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/convert_to_openid")]
    public async Task<string> ConvertToOpenIdAsync(string externalUserId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalUserId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/externalcontact/convert_to_openid", new OpenIdBody(externalUserId), Json.OpenIdBody, Json.OpenIdAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.OpenId ?? throw new JsonException("The answer has no openid.");
    }

    /// <summary>Lists the customers of people who have left the corp (待分配的离职成员的客户).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92124.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/get_unassigned_list")]
    public async IAsyncEnumerable<UnassignedContact> ListUnassignedAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? cursor = null;
        do
        {
            var answer = await _calls.ReadAsync(
                "/cgi-bin/externalcontact/get_unassigned_list", new UnassignedBody(cursor, LargePageSize), Json.UnassignedBody, Json.UnassignedAnswer,
                cancellationToken).ConfigureAwait(false);
            foreach (var contact in answer.Contacts ?? [])
                yield return contact;
            cursor = answer.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
    }

    /// <summary>Lists the corp's tags for customers (企业标签) by their groups: all of them, or those asked for.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92117.</remarks>
    /// <param name="tagIds">Only these tags.</param>
    /// <param name="groupIds">Only these groups; the platform ignores it where tags are asked for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/get_corp_tag_list")]
    public async Task<IReadOnlyList<CorpTagGroup>> ListTagsAsync(
        IReadOnlyList<string>? tagIds = null, IReadOnlyList<string>? groupIds = null, CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            "/cgi-bin/externalcontact/get_corp_tag_list", new CorpTagListBody(tagIds, groupIds), Json.CorpTagListBody, Json.CorpTagListAnswer,
            cancellationToken).ConfigureAwait(false);
        return answer.Groups ?? [];
    }

    /// <summary>Adds tags to a group of tags, and the group itself where it is new.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92117. 40071 where the name exists; a corp has at most 3000 tags.</remarks>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The group with the tags that were added.</returns>
    /// <exception cref="FieldLimitException">A name is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/add_corp_tag")]
    public async Task<CorpTagGroup> AddTagsAsync(NewCorpTags tags, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ExternalContactLimits.Check(tags);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/externalcontact/add_corp_tag", tags, Json.NewCorpTags, Json.CorpTagGroupAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Group ?? throw new JsonException("The answer has no tag_group.");
    }

    /// <summary>Renames or moves a tag or a group of tags.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92117.</remarks>
    /// <param name="changes">What changes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is too long.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/edit_corp_tag")]
    public Task UpdateTagAsync(CorpTagChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ExternalContactLimits.Check(changes);
        return _calls.ChangeAsync("/cgi-bin/externalcontact/edit_corp_tag", changes, Json.CorpTagChanges, cancellationToken);
    }

    /// <summary>Deletes tags, or groups with all their tags. Customers lose them.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92117.</remarks>
    /// <param name="tagIds">The tags.</param>
    /// <param name="groupIds">The groups.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/del_corp_tag")]
    public Task DeleteTagsAsync(
        IReadOnlyList<string>? tagIds = null, IReadOnlyList<string>? groupIds = null, CancellationToken cancellationToken = default) =>
        _calls.ChangeAsync(
            "/cgi-bin/externalcontact/del_corp_tag", new CorpTagDeletion(tagIds ?? [], groupIds ?? []), Json.CorpTagDeletion, cancellationToken);

    /// <summary>Puts tags of the corp on a member's customer, and takes others off.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92118.</remarks>
    /// <param name="userId">The member.</param>
    /// <param name="externalUserId">The customer.</param>
    /// <param name="added">Ids of tags to put on.</param>
    /// <param name="removed">Ids of tags to take off.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/mark_tag")]
    public Task MarkTagsAsync(
        string userId, string externalUserId, IReadOnlyList<string>? added = null, IReadOnlyList<string>? removed = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        ArgumentException.ThrowIfNullOrWhiteSpace(externalUserId);
        return _calls.ChangeAsync(
            "/cgi-bin/externalcontact/mark_tag", new TagMarks(userId, externalUserId, added ?? [], removed ?? []), Json.TagMarks, cancellationToken);
    }

    /// <summary>Makes a way for customers to reach members (联系我).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92228.</remarks>
    /// <param name="way">Whom it leads to, and how.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A note is too long, or the members do not fit the type.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/add_contact_way")]
    public Task<CreatedContactWay> AddContactWayAsync(ContactWay way, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(way);
        ExternalContactLimits.Check(way);
        return _calls.ChangeAsync(
            "/cgi-bin/externalcontact/add_contact_way", ContactWayBody.Of(way), Json.ContactWayBody, Json.CreatedContactWay, cancellationToken);
    }

    /// <summary>Reads what a contact way leads to.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92228.</remarks>
    /// <param name="configId">Its id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/get_contact_way")]
    public async Task<ContactWayDetails> GetContactWayAsync(string configId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/externalcontact/get_contact_way", new ContactWayId(configId), Json.ContactWayId, Json.ContactWayAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.Way?.ToDetails() ?? throw new JsonException("The answer has no contact_way.");
    }

    /// <summary>Lists the ids of the contact ways that were made through the API, by default of the last 90 days.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92228.</remarks>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment; now where it is null.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/list_contact_way")]
    public async IAsyncEnumerable<string> ListContactWaysAsync(
        DateTimeOffset? from = null, DateTimeOffset? to = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? cursor = null;
        do
        {
            var body = new ContactWayListBody(from?.ToUnixTimeSeconds(), to?.ToUnixTimeSeconds(), cursor, PageSize);
            var answer = await _calls.ReadAsync(
                "/cgi-bin/externalcontact/list_contact_way", body, Json.ContactWayListBody, Json.ContactWayListAnswer, cancellationToken)
                .ConfigureAwait(false);
            foreach (var way in answer.Ways ?? [])
                yield return way.ConfigId;
            cursor = answer.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
    }

    /// <summary>Replaces what a contact way leads to. Its type and scene stay as they are.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92228.</remarks>
    /// <param name="configId">Its id.</param>
    /// <param name="way">What it is to be.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A note is too long, or the members do not fit the type.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/update_contact_way")]
    public Task UpdateContactWayAsync(string configId, ContactWay way, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configId);
        ArgumentNullException.ThrowIfNull(way);
        ExternalContactLimits.Check(way);
        return _calls.ChangeAsync(
            "/cgi-bin/externalcontact/update_contact_way", ContactWayBody.Of(way, configId), Json.ContactWayBody, cancellationToken);
    }

    /// <summary>Deletes a contact way; its code leads nowhere any more.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92228.</remarks>
    /// <param name="configId">Its id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/del_contact_way")]
    public Task DeleteContactWayAsync(string configId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configId);
        return _calls.ChangeAsync("/cgi-bin/externalcontact/del_contact_way", new ContactWayId(configId), Json.ContactWayId, cancellationToken);
    }

    /// <summary>Lists groups of customers (客户群).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92120.</remarks>
    /// <param name="filter">Which; null lists all of everybody in the application's scope.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">More than 100 owners.</exception>
    [Endpoint("POST /cgi-bin/externalcontact/groupchat/list")]
    public async IAsyncEnumerable<GroupChatEntry> ListGroupChatsAsync(
        GroupChatFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        filter ??= new GroupChatFilter();
        ExternalContactLimits.Check(filter);
        var owners = filter.OwnerUserIds.Count == 0 ? null : new GroupChatOwners(filter.OwnerUserIds);
        string? cursor = null;
        do
        {
            var answer = await _calls.ReadAsync(
                "/cgi-bin/externalcontact/groupchat/list", new GroupChatListBody((int?)filter.Status, owners, cursor, LargePageSize),
                Json.GroupChatListBody, Json.GroupChatListAnswer, cancellationToken).ConfigureAwait(false);
            foreach (var group in answer.Groups ?? [])
                yield return group;
            cursor = answer.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
    }

    /// <summary>Reads a group of customers with everybody in it and their names.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92122.</remarks>
    /// <param name="chatId">The group.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/externalcontact/groupchat/get")]
    public async Task<GroupChat> GetGroupChatAsync(string chatId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chatId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/externalcontact/groupchat/get", new GroupChatBody(chatId, NeedsNames: 1), Json.GroupChatBody, Json.GroupChatAnswer,
            cancellationToken).ConfigureAwait(false);
        return answer.Group ?? throw new JsonException("The answer has no group_chat.");
    }
}
