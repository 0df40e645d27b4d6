using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class DraftsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountDrafts Drafts => platform.Account.Drafts;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AddAsync_Article_HasAPreviewThatOpens()
    {
        var cover = await platform.AddPictureAsync();
        var draft = await Drafts.AddAsync(
            [new DraftArticle("开学通知", "<p>九月一日开学。</p>") { ThumbMediaId = cover, Author = "教务处", SourceUrl = "https://example.com/a", OpensComments = true }],
            Cancellation);

        var article = Assert.Single(await Drafts.GetAsync(draft, Cancellation));

        Assert.Equal(
            ("开学通知", "教务处", "九月一日开学。", "https://example.com/a", cover, true),
            (article.Title, article.Author, article.Digest, article.SourceUrl, article.ThumbMediaId, article.OpensComments));
        Assert.Contains("九月一日开学。", await platform.PageAsync(article.Url!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_PicturesFromElsewhere_AreDropped()
    {
        var cover = await platform.AddPictureAsync();
        using var content = new MemoryStream(AccountArticles.Jpg);
        var own = await platform.Account.Materials.UploadArticlePictureAsync("图.jpg", content, Cancellation);

        var draft = await Drafts.AddAsync(
            [new DraftArticle("图", $"<p>一<img src=\"https://example.com/a.jpg\">二<img src=\"{own}\"><script>alert(1)</script></p>") { ThumbMediaId = cover }],
            Cancellation);

        Assert.Equal($"<p>一二<img src=\"{own}\"></p>", Assert.Single(await Drafts.GetAsync(draft, Cancellation)).Content);
    }

    [Fact]
    public async Task AddAsync_Pictures_NeedNoCover()
    {
        var picture = await platform.AddPictureAsync();

        var draft = await Drafts.AddAsync([new DraftArticle("运动会", "") { PictureIds = [picture] }], Cancellation);

        Assert.Equal([picture], Assert.Single(await Drafts.GetAsync(draft, Cancellation)).PictureIds);
    }

    [Fact]
    public async Task AddAsync_CoverThatIsTemporary_IsRefusedWith40007()
    {
        var temporary = await platform.UploadAsync(MaterialType.Image, AccountArticles.Jpg);

        await RefusedAsync(40007, () => Drafts.AddAsync([new DraftArticle("开学通知", "正文") { ThumbMediaId = temporary }], Cancellation));
    }

    [Fact]
    public async Task AddAsync_TooMuch_IsNotSent()
    {
        var long64 = new string('题', 65);
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Drafts.AddAsync([new DraftArticle(long64, "正文") { ThumbMediaId = "x" }], Cancellation));
        Assert.Equal((64, 65), (refusal.Limit, refusal.Actual));
        await Assert.ThrowsAsync<FieldLimitException>(() => Drafts.AddAsync([new DraftArticle("题", new string('文', 20_000)) { ThumbMediaId = "x" }], Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Drafts.AddAsync([new DraftArticle("题", "正文")], Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Drafts.AddAsync([], Cancellation));
    }

    [Fact]
    public async Task GetAsync_SeveralArticles_AreInTheirOrder() =>
        Assert.Equal(["一", "二"], (await Drafts.GetAsync(await platform.AddDraftAsync("一", "二"), Cancellation)).Select(each => each.Title));

    [Fact]
    public async Task GetAsync_Unknown_IsRefusedWith40007() => await RefusedAsync(40007, () => Drafts.GetAsync("nothing", Cancellation));

    [Fact]
    public async Task UpdateAsync_SecondArticle_TheFirstStays()
    {
        var draft = await platform.AddDraftAsync("一", "二");
        var cover = await platform.AddPictureAsync();

        await Drafts.UpdateAsync(draft, 1, new DraftArticle("二改", "正文") { ThumbMediaId = cover }, Cancellation);

        Assert.Equal(["一", "二改"], (await Drafts.GetAsync(draft, Cancellation)).Select(each => each.Title));
    }

    [Fact]
    public async Task UpdateAsync_ArticleThatIsNotThere_IsRefusedWith40060()
    {
        var draft = await platform.AddDraftAsync("一");
        var cover = await platform.AddPictureAsync();

        await RefusedAsync(40060, () => Drafts.UpdateAsync(draft, 1, new DraftArticle("二", "正文") { ThumbMediaId = cover }, Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Draft_IsGone()
    {
        var draft = await platform.AddDraftAsync("一");

        await Drafts.DeleteAsync(draft, Cancellation);

        Assert.Equal(0, await Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Unknown_IsRefusedWith40007() => await RefusedAsync(40007, () => Drafts.DeleteAsync("nothing", Cancellation));

    [Fact]
    public async Task CountAsync_Two_CountsThem()
    {
        await platform.AddDraftAsync("一");
        await platform.AddDraftAsync("二");

        Assert.Equal(2, await Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task CountAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ListAsync_WithoutContent_HasTheTitles()
    {
        await platform.AddDraftAsync("一");
        await platform.AdvanceAsync(TimeSpan.FromSeconds(5));
        var second = await platform.AddDraftAsync("二");

        var page = await Drafts.ListAsync(0, 1, withContent: false, Cancellation);

        var draft = Assert.Single(page.Drafts);
        Assert.Equal((2, second, "二", ""), (page.TotalCount, draft.MediaId, draft.Articles[0].Title, draft.Articles[0].Content));
    }

    [Fact]
    public async Task ListAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Drafts.ListAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task IsSwitchedOnAsync_AccountOfToday_Is() => Assert.True(await Drafts.IsSwitchedOnAsync(Cancellation));

    [Fact]
    public async Task IsSwitchedOnAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Drafts.IsSwitchedOnAsync(Cancellation));
    }

    [Fact]
    public async Task SwitchOnAsync_AccountOfToday_IsTaken()
    {
        await Drafts.SwitchOnAsync(Cancellation);

        Assert.True(await Drafts.IsSwitchedOnAsync(Cancellation));
    }

    [Fact]
    public async Task SwitchOnAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Drafts.SwitchOnAsync(Cancellation));
    }
}
