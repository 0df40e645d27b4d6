using System.Runtime.CompilerServices;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// The tags (标签) of the account: up to 100, and up to 20 for each follower. Mass messages go to a tag, and conditional menus are for one.
/// Takes a verified account.
/// </summary>
public sealed class OfficialAccountTags
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html";
    private const int MaxNameBytes = 30;
    private const int MaxAtOnce = 50;

    private readonly PlatformCalls _calls;

    internal OfficialAccountTags(PlatformCalls calls) => _calls = calls;

    /// <summary>Creates a tag (创建标签).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="name">Up to 30 bytes of UTF-8, ten Chinese characters; no other tag has it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is empty or too long.</exception>
    /// <exception cref="PlatformApiException">45157: another tag has the name; 45056: there are 100.</exception>
    [Endpoint("POST /cgi-bin/tags/create")]
    public async Task<FollowerTag> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/tags/create", new TagBodyWire(new TagFieldsWire(Id: null, name)), OfficialAccountTagsJson.Default.TagBodyWire,
            OfficialAccountTagsJson.Default.TagAnswerWire, cancellationToken).ConfigureAwait(false);
        return answer.Tag;
    }

    /// <summary>Lists all tags with the number of followers (获取公众号已创建的标签).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html. The platform gives it as one answer.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/tags/get")]
    public async IAsyncEnumerable<FollowerTag> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync("/cgi-bin/tags/get", OfficialAccountTagsJson.Default.TagListWire, cancellationToken).ConfigureAwait(false);
        foreach (var tag in list.Tags ?? [])
            yield return tag;
    }

    /// <summary>Renames a tag (编辑标签).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="name">Up to 30 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is empty or too long.</exception>
    /// <exception cref="PlatformApiException">45157: another tag has the name; 45058: it is the platform's own.</exception>
    [Endpoint("POST /cgi-bin/tags/update")]
    public Task RenameAsync(int id, string name, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        return ChangeAsync("update", new TagFieldsWire(id, name), cancellationToken);
    }

    /// <summary>Deletes a tag (删除标签); those who have it lose it.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">45057: more than 100,000 have it, take it from them first; 45058: it is the platform's own.</exception>
    [Endpoint("POST /cgi-bin/tags/delete")]
    public Task DeleteAsync(int id, CancellationToken cancellationToken = default) =>
        ChangeAsync("delete", new TagFieldsWire(id, Name: null), cancellationToken);

    /// <summary>Lists the OpenIDs of those who have a tag (获取标签下粉丝列表), 10,000 with each call.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">45159: there is no such tag.</exception>
    [Endpoint("POST /cgi-bin/user/tag/get")]
    public IAsyncEnumerable<string> ListMembersAsync(int id, CancellationToken cancellationToken = default) => OpenIdPages.ReadAsync(
        (after, token) => _calls.ReadAsync(
            "/cgi-bin/user/tag/get", new TagMembersQueryWire(id, after), OfficialAccountTagsJson.Default.TagMembersQueryWire,
            OfficialAccountUsersJson.Default.OpenIdPageWire, token),
        cancellationToken);

    /// <summary>Gives a tag to followers (批量为用户打标签): to all of them, or to none where one cannot get it.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="openIds">Who: 1 to 50.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">None, or more than 50.</exception>
    /// <exception cref="PlatformApiException">45159: there is no such tag; 45059: one of them has 20; 49003: one of them does not follow the account.</exception>
    [Endpoint("POST /cgi-bin/tags/members/batchtagging")]
    public Task AddAsync(int id, IReadOnlyList<string> openIds, CancellationToken cancellationToken = default) =>
        MarkAsync("batchtagging", id, openIds, cancellationToken);

    /// <summary>Takes a tag from followers (批量为用户取消标签).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="openIds">Who: 1 to 50.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">None, or more than 50.</exception>
    /// <exception cref="PlatformApiException">45159: there is no such tag; 49003: one of them does not follow the account.</exception>
    [Endpoint("POST /cgi-bin/tags/members/batchuntagging")]
    public Task RemoveAsync(int id, IReadOnlyList<string> openIds, CancellationToken cancellationToken = default) =>
        MarkAsync("batchuntagging", id, openIds, cancellationToken);

    /// <summary>Gives the ids of the tags that a follower has (获取用户身上的标签列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html</remarks>
    /// <param name="openId">Who.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40003: no person of this account has the OpenID.</exception>
    [Endpoint("POST /cgi-bin/tags/getidlist")]
    public async Task<IReadOnlyList<int>> GetOfAsync(string openId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/tags/getidlist", new OpenIdWire(openId), OfficialAccountTagsJson.Default.OpenIdWire, OfficialAccountTagsJson.Default.TagIdsWire,
            cancellationToken).ConfigureAwait(false);
        return answer.TagIds ?? [];
    }

    private Task ChangeAsync(string what, TagFieldsWire tag, CancellationToken cancellationToken) =>
        _calls.ChangeAsync($"/cgi-bin/tags/{what}", new TagBodyWire(tag), OfficialAccountTagsJson.Default.TagBodyWire, cancellationToken);

    private Task MarkAsync(string what, int id, IReadOnlyList<string> openIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(openIds);
        new LimitCheck("one call", Page).Count(nameof(openIds), openIds.Count, 1, MaxAtOnce);
        return _calls.ChangeAsync($"/cgi-bin/tags/members/{what}", new TagMarkWire(openIds, id), OfficialAccountTagsJson.Default.TagMarkWire, cancellationToken);
    }

    private static void CheckName(string name) => new LimitCheck("a tag", Page).Required(nameof(name), name, MaxNameBytes);
}
