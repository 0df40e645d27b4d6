using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>The tags of members (标签).</summary>
/// <remarks>What changes tags needs the secret of 管理工具 → 通讯录同步; any other is refused with 48002 or, for a tag that is not its own, 81011.</remarks>
public sealed class WeComTags
{
    private readonly PlatformCalls _calls;

    internal WeComTags(PlatformCalls calls) => _calls = calls;

    /// <summary>Creates a tag (创建标签).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90210</remarks>
    /// <param name="name">Up to 32 characters; no other tag has it.</param>
    /// <param name="id">The id it is to have; null lets the platform choose.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="FieldLimitException">The name is empty or too long.</exception>
    /// <exception cref="PlatformApiException">40071: another tag has the name.</exception>
    [Endpoint("POST /cgi-bin/tag/create")]
    public async Task<int> CreateAsync(string name, int? id = null, CancellationToken cancellationToken = default)
    {
        ContactLimits.CheckTagName(name);
        var created = await _calls.ChangeAsync(
            "/cgi-bin/tag/create", new TagWire { Id = id, Name = name }, WeComContactsJson.Default.TagWire, WeComContactsJson.Default.TagWire, cancellationToken)
            .ConfigureAwait(false);
        return created.Id ?? throw new JsonException("The answer has no tagid.");
    }

    /// <summary>Renames a tag (更新标签名字).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90211</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="name">Up to 32 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/tag/update")]
    public Task RenameAsync(int id, string name, CancellationToken cancellationToken = default)
    {
        ContactLimits.CheckTagName(name);
        return _calls.ChangeAsync("/cgi-bin/tag/update", new TagWire { Id = id, Name = name }, WeComContactsJson.Default.TagWire, cancellationToken);
    }

    /// <summary>Deletes a tag (删除标签); its members stay.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90212</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40068: there is none.</exception>
    [Endpoint("GET /cgi-bin/tag/delete")]
    public Task DeleteAsync(int id, CancellationToken cancellationToken = default) =>
        _calls.ChangeAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/tag/delete?tagid={id}"), cancellationToken);

    /// <summary>Gives who has a tag (获取标签成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90213</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">40068: there is none.</exception>
    [Endpoint("GET /cgi-bin/tag/get")]
    public Task<TagMembers> GetAsync(int id, CancellationToken cancellationToken = default) => _calls.ReadAsync(
        string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/tag/get?tagid={id}"), WeComContactsJson.Default.TagMembers, cancellationToken);

    /// <summary>Gives a tag to members and departments (增加标签成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90214</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="change">Who gets it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Who could not get it.</returns>
    /// <exception cref="FieldLimitException">Nobody is named, or more than 1000 members or 100 departments.</exception>
    /// <exception cref="PlatformApiException">40070: nobody of them could.</exception>
    [Endpoint("POST /cgi-bin/tag/addtagusers")]
    public Task<TagChangeResult> AddAsync(int id, TagChange change, CancellationToken cancellationToken = default) =>
        ChangeAsync("/cgi-bin/tag/addtagusers", id, change, cancellationToken);

    /// <summary>Takes a tag from members and departments (删除标签成员).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90215</remarks>
    /// <param name="id">The tag.</param>
    /// <param name="change">Who loses it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Who does not exist or is out of the application's scope.</returns>
    /// <exception cref="FieldLimitException">Nobody is named, or more than 1000 members or 100 departments.</exception>
    /// <exception cref="PlatformApiException">40070: none of them exists for the application.</exception>
    [Endpoint("POST /cgi-bin/tag/deltagusers")]
    public Task<TagChangeResult> RemoveAsync(int id, TagChange change, CancellationToken cancellationToken = default) =>
        ChangeAsync("/cgi-bin/tag/deltagusers", id, change, cancellationToken);

    /// <summary>Lists all tags (获取标签列表).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90216. The platform gives it as one answer.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/tag/list")]
    public async IAsyncEnumerable<Tag> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync("/cgi-bin/tag/list", WeComContactsJson.Default.TagListWire, cancellationToken).ConfigureAwait(false);
        foreach (var tag in list.Tags ?? [])
            yield return tag;
    }

    private async Task<TagChangeResult> ChangeAsync(string path, int id, TagChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ContactLimits.Check(change);
        var answer = await _calls.ChangeAsync(
            path, new TagChangeWire(id, change.UserIds, change.DepartmentIds),
            WeComContactsJson.Default.TagChangeWire, WeComContactsJson.Default.TagChangeAnswer, cancellationToken).ConfigureAwait(false);
        return answer.ToResult();
    }
}
