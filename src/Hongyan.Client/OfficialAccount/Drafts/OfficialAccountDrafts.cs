using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// The draft box (草稿箱): articles before they are published or sent to many, after which they lie in it no longer. Takes a verified account.
/// </summary>
public sealed class OfficialAccountDrafts
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html";
    private const int MaxArticles = 8;
    private const int LargestPage = 20;

    private readonly PlatformCalls _calls;

    internal OfficialAccountDrafts(PlatformCalls calls) => _calls = calls;

    /// <summary>Puts articles into the box (新建草稿).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html. Lengths are checked before anything is sent. Not made again
    /// where it may have been taken: see <see cref="PlatformUnavailableException.MayHaveTakenEffect"/>.
    /// </remarks>
    /// <param name="articles">1 to 8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The draft's media id.</returns>
    /// <exception cref="FieldLimitException">There are too many, or a field is too long or missing.</exception>
    [Endpoint("POST /cgi-bin/draft/add")]
    public async Task<string> AddAsync(IReadOnlyList<DraftArticle> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        Check(articles);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/draft/add", json => WriteArticles(json, articles), OfficialAccountNewsJson.Default.MediaIdAnswer, cancellationToken).ConfigureAwait(false);
        return answer.MediaId;
    }

    /// <summary>Reads a draft's articles (获取草稿).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft.html.</remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/draft/get")]
    public async Task<IReadOnlyList<DraftArticle>> GetAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/draft/get", json => json.WriteString("media_id"u8, mediaId), OfficialAccountNewsJson.Default.NewsAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.Articles;
    }

    /// <summary>Replaces one article of a draft (修改草稿).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Update_draft.html.</remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="index">Which article, from 0.</param>
    /// <param name="article">What takes its place.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/draft/update")]
    public Task UpdateAsync(string mediaId, int index, DraftArticle article, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        ArgumentNullException.ThrowIfNull(article);
        Check([article]);
        new LimitCheck("a change of a draft", Page).Range("index", index, 0, MaxArticles - 1);
        return _calls.ChangeAsync(
            "/cgi-bin/draft/update",
            json =>
            {
                json.WriteString("media_id"u8, mediaId);
                json.WriteNumber("index"u8, index);
                json.WritePropertyName("articles"u8);
                article.Write(json);
            },
            cancellationToken);
    }

    /// <summary>Deletes a draft (删除草稿), for good.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Delete_draft.html.</remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/draft/delete")]
    public Task DeleteAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        return _calls.ChangeAsync("/cgi-bin/draft/delete", json => json.WriteString("media_id"u8, mediaId), cancellationToken);
    }

    /// <summary>Counts the drafts (获取草稿总数).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Count_drafts.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/draft/count")]
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await _calls.ReadAsync("/cgi-bin/draft/count", OfficialAccountNewsJson.Default.CountAnswer, cancellationToken).ConfigureAwait(false)).TotalCount;

    /// <summary>Reads a part of the box (获取草稿列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft_list.html.</remarks>
    /// <param name="offset">How many drafts to pass over.</param>
    /// <param name="count">How many to read: 1 to 20.</param>
    /// <param name="withContent">Whether the articles come with their text.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/draft/batchget")]
    public async Task<DraftPage> ListAsync(int offset = 0, int count = LargestPage, bool withContent = true, CancellationToken cancellationToken = default)
    {
        CheckPage("a part of the draft box", offset, count);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/draft/batchget", json => WritePage(json, offset, count, withContent), OfficialAccountNewsJson.Default.NewsPageAnswer, cancellationToken)
            .ConfigureAwait(false);
        return new DraftPage(answer.TotalCount, [.. (answer.Items ?? []).Select(each => new Draft(each.MediaId, each.Content.Articles, each.UpdatedAt))]);
    }

    /// <summary>Tells whether the account has the draft box (MP端开关): accounts of today have.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Temporary_MP_Switch.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/draft/switch")]
    public async Task<bool> IsSwitchedOnAsync(CancellationToken cancellationToken = default) =>
        (await _calls.ReadAsync("/cgi-bin/draft/switch?checkonly=1", _ => { }, OfficialAccountNewsJson.Default.SwitchAnswer, cancellationToken)
            .ConfigureAwait(false)).IsOpen == 1;

    /// <summary>Gives the account the draft box in place of the old store of articles (MP端开关). This cannot be undone.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Temporary_MP_Switch.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/draft/switch")]
    public Task SwitchOnAsync(CancellationToken cancellationToken = default) => _calls.ChangeAsync("/cgi-bin/draft/switch", _ => { }, cancellationToken);

    internal static void Check(IReadOnlyList<DraftArticle> articles)
    {
        var check = new LimitCheck("a draft", Page);
        check.Count("articles", articles.Count, 1, MaxArticles);
        foreach (var article in articles)
            article.Check(check);
    }

    internal static void WriteArticles(Utf8JsonWriter json, IReadOnlyList<DraftArticle> articles)
    {
        json.WriteStartArray("articles"u8);
        foreach (var article in articles)
            article.Write(json);
        json.WriteEndArray();
    }

    internal static void CheckPage(string subject, int offset, int count)
    {
        var check = new LimitCheck(subject, Page);
        check.Range("offset", offset, 0, int.MaxValue);
        check.Range("count", count, 1, LargestPage);
    }

    internal static void WritePage(Utf8JsonWriter json, int offset, int count, bool withContent)
    {
        json.WriteNumber("offset"u8, offset);
        json.WriteNumber("count"u8, count);
        json.WriteNumber("no_content"u8, withContent ? 0 : 1);
    }
}
