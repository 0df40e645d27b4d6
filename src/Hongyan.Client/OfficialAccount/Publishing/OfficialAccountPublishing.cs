using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Publishing drafts (发布能力): the articles get addresses and stand on the account's page, and no follower is told. To send them to followers
/// there is <see cref="OfficialAccountMassMessages"/>. Takes a verified account.
/// </summary>
public sealed class OfficialAccountPublishing
{
    private const int LargestPage = 20;

    private readonly PlatformCalls _calls;

    internal OfficialAccountPublishing(PlatformCalls calls) => _calls = calls;

    /// <summary>
    /// Begins to publish a draft (发布接口). It ends some time later: then a <see cref="PublishFinishedEvent"/> comes, and
    /// <see cref="GetAsync"/> tells.
    /// </summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Publish/Publish.html. Not made again where it may have been taken: see
    /// <see cref="PlatformUnavailableException.MayHaveTakenEffect"/>.
    /// </remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/freepublish/submit")]
    public async Task<PublishSubmission> SubmitAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/freepublish/submit", json => json.WriteString("media_id"u8, mediaId), OfficialAccountNewsJson.Default.PublishAnswer, cancellationToken)
            .ConfigureAwait(false);
        return new PublishSubmission(answer.PublishId, answer.DataId);
    }

    /// <summary>Tells how far a publication is (发布状态轮询接口).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_status.html.</remarks>
    /// <param name="publishId">The publication.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/freepublish/get")]
    public async Task<Publication> GetAsync(string publishId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publishId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/freepublish/get", json => json.WriteString("publish_id"u8, publishId), OfficialAccountNewsJson.Default.PublicationAnswer, cancellationToken)
            .ConfigureAwait(false);
        return new Publication(answer.PublishId, (PublishStatus)answer.Status)
        {
            ArticleId = string.IsNullOrEmpty(answer.ArticleId) ? null : answer.ArticleId,
            Articles = [.. (answer.Articles?.Items ?? []).Select(each => new PublishedArticle { Index = each.Index, Url = each.Url })],
            FailedIndexes = answer.FailedIndexes ?? [],
        };
    }

    /// <summary>Deletes an article that was published (删除发布): its page says so from then on. This cannot be undone.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Publish/Delete_posts.html.</remarks>
    /// <param name="articleId">What was published (article_id).</param>
    /// <param name="index">Which of its articles, from 1; 0 is all of them.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/freepublish/delete")]
    public Task DeleteAsync(string articleId, int index = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(articleId);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return _calls.ChangeAsync(
            "/cgi-bin/freepublish/delete",
            json =>
            {
                json.WriteString("article_id"u8, articleId);
                json.WriteNumber("index"u8, index);
            },
            cancellationToken);
    }

    /// <summary>Reads what was published (通过 article_id 获取已发布文章).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_article_from_id.html.</remarks>
    /// <param name="articleId">What was published (article_id).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/freepublish/getarticle")]
    public async Task<IReadOnlyList<DraftArticle>> GetArticlesAsync(string articleId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(articleId);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/freepublish/getarticle", json => json.WriteString("article_id"u8, articleId), OfficialAccountNewsJson.Default.NewsAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.Articles;
    }

    /// <summary>Reads a part of what was published (获取成功发布列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_publication_records.html.</remarks>
    /// <param name="offset">How many publications to pass over.</param>
    /// <param name="count">How many to read: 1 to 20.</param>
    /// <param name="withContent">Whether the articles come with their text.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/freepublish/batchget")]
    public async Task<PublishedPage> ListAsync(int offset = 0, int count = LargestPage, bool withContent = true, CancellationToken cancellationToken = default)
    {
        OfficialAccountDrafts.CheckPage("a part of what was published", offset, count);
        var answer = await _calls.ReadAsync(
            "/cgi-bin/freepublish/batchget", json => OfficialAccountDrafts.WritePage(json, offset, count, withContent),
            OfficialAccountNewsJson.Default.NewsPageAnswer, cancellationToken).ConfigureAwait(false);
        return new PublishedPage(
            answer.TotalCount, [.. (answer.Items ?? []).Select(each => new PublishedNews(each.ArticleId, each.Content.Articles, each.UpdatedAt))]);
    }
}
