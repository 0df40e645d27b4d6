using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class PublishingTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountPublishing Publishing => platform.Account.Publishing;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Publication> PublishAsync(params string[] titles)
    {
        var submission = await Publishing.SubmitAsync(await platform.AddDraftAsync(titles), Cancellation);
        await platform.EndJobsAsync();
        return await Publishing.GetAsync(submission.PublishId, Cancellation);
    }

    [Fact]
    public async Task SubmitAsync_Draft_IsPublishedSomeTimeLaterAndTheBotIsTold()
    {
        var draft = await platform.AddDraftAsync("一", "二");

        var submission = await Publishing.SubmitAsync(draft, Cancellation);

        Assert.Equal(PublishStatus.UnderWay, (await Publishing.GetAsync(submission.PublishId, Cancellation)).Status);
        await platform.EndJobsAsync();
        var publication = await Publishing.GetAsync(submission.PublishId, Cancellation);
        Assert.Equal((PublishStatus.Published, 2), (publication.Status, publication.Articles.Count));
        Assert.Contains("二的正文", await platform.PageAsync(publication.Articles[1].Url), StringComparison.Ordinal);
        Assert.Equal(0, await platform.Account.Drafts.CountAsync(Cancellation));

        var told = (await platform.EventAsync("PUBLISHJOBFINISH")).Element("PublishEventInfo")!;
        Assert.Equal((submission.PublishId, "0", publication.ArticleId), ((string)told.Element("publish_id")!, (string)told.Element("publish_status")!, (string)told.Element("article_id")!));
        Assert.Equal(publication.Articles.Select(each => each.Url), told.Element("article_detail")!.Elements("item").Select(item => (string)item.Element("article_url")!));
    }

    [Fact]
    public async Task SubmitAsync_ThePlatformRefusesIt_TheBotIsToldAndTheDraftStays()
    {
        await platform.SetJobsAsync(new { publishStatus = 4 });

        var publication = await PublishAsync("一");

        Assert.Equal((PublishStatus.Refused, (string?)null), (publication.Status, publication.ArticleId));
        Assert.Equal([1], publication.FailedIndexes);
        Assert.Equal("4", (string)(await platform.EventAsync("PUBLISHJOBFINISH")).Element("PublishEventInfo")!.Element("publish_status")!);
        Assert.Equal(1, await platform.Account.Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task SubmitAsync_UnknownDraft_IsRefusedWith40007() => await RefusedAsync(40007, () => Publishing.SubmitAsync("nothing", Cancellation));

    [Fact]
    public async Task SubmitAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Publishing.SubmitAsync("nothing", Cancellation));
    }

    [Fact]
    public async Task GetAsync_Published_NamesIt() => Assert.NotNull((await PublishAsync("一")).ArticleId);

    [Fact]
    public async Task GetAsync_Unknown_IsRefusedWith40035() => await RefusedAsync(40035, () => Publishing.GetAsync("1", Cancellation));

    [Fact]
    public async Task DeleteAsync_OneArticle_ItsPageSaysSo()
    {
        var publication = await PublishAsync("一", "二");

        await Publishing.DeleteAsync(publication.ArticleId!, 2, Cancellation);

        Assert.Contains("该内容已被发布者删除", await platform.PageAsync(publication.Articles[1].Url), StringComparison.Ordinal);
        Assert.Contains("一的正文", await platform.PageAsync(publication.Articles[0].Url), StringComparison.Ordinal);
        Assert.Equal([false, true], (await Publishing.GetArticlesAsync(publication.ArticleId!, Cancellation)).Select(each => each.IsDeleted));
    }

    [Fact]
    public async Task DeleteAsync_All_TheStatusSaysSo()
    {
        var publication = await PublishAsync("一", "二");

        await Publishing.DeleteAsync(publication.ArticleId!, cancellationToken: Cancellation);

        Assert.Equal(PublishStatus.Deleted, (await Publishing.GetAsync(publication.PublishId, Cancellation)).Status);
    }

    [Fact]
    public async Task DeleteAsync_Unknown_IsRefusedWith53600() => await RefusedAsync(53600, () => Publishing.DeleteAsync("nothing", cancellationToken: Cancellation));

    [Fact]
    public async Task GetArticlesAsync_Published_AreTheArticles() =>
        Assert.Equal(["一", "二"], (await Publishing.GetArticlesAsync((await PublishAsync("一", "二")).ArticleId!, Cancellation)).Select(each => each.Title));

    [Fact]
    public async Task GetArticlesAsync_Unknown_IsRefusedWith53600() => await RefusedAsync(53600, () => Publishing.GetArticlesAsync("nothing", Cancellation));

    [Fact]
    public async Task ListAsync_Two_TheNewerIsFirst()
    {
        await PublishAsync("一");
        var newer = await PublishAsync("二");

        var page = await Publishing.ListAsync(0, 1, withContent: false, Cancellation);

        var news = Assert.Single(page.News);
        Assert.Equal((2, newer.ArticleId, "二", ""), (page.TotalCount, news.ArticleId, news.Articles[0].Title, news.Articles[0].Content));
    }

    [Fact]
    public async Task ListAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Publishing.ListAsync(cancellationToken: Cancellation));
    }
}
