using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class MaterialsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountMaterials Materials => platform.Account.Materials;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<PermanentMaterial> AddAsync(MaterialType type, byte[] file, string name = "文件")
    {
        using var content = new MemoryStream(file);
        return await Materials.AddAsync(type, name, content, Cancellation);
    }

    private async Task<PermanentMaterial> AddVideoAsync()
    {
        using var content = new MemoryStream(AccountArticles.Mp4);
        return await Materials.AddVideoAsync("a.mp4", content, "开学第一课", "“请看”", Cancellation);
    }

    [Fact]
    public async Task AddAsync_Picture_StaysAndHasAnAddress()
    {
        var picture = await AddAsync(MaterialType.Image, AccountArticles.Jpg, "封面.jpg");
        await platform.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal(AccountArticles.Jpg, await platform.Control.GetByteArrayAsync(new Uri(picture.Url!), Cancellation));
        await platform.ActAsync("messages", new { type = "text", content = "在吗" });
        await platform.Account.CustomerMessages.SendAsync(Xiaoman, new CustomerImage(picture.MediaId), cancellationToken: Cancellation);
    }

    [Fact]
    public async Task AddAsync_OfEachKind_IsTaken()
    {
        Assert.Null((await AddAsync(MaterialType.Voice, AccountArticles.Mp3)).Url);
        Assert.NotEmpty((await AddAsync(MaterialType.Thumb, AccountArticles.Jpg)).MediaId);
        Assert.NotEmpty((await AddAsync(MaterialType.Image, [.. "BM, a bitmap"u8])).MediaId);
    }

    [Fact]
    public async Task AddAsync_VoiceOfMoreThanAMinute_IsRefusedWith45007() =>
        await RefusedAsync(45007, () => AddAsync(MaterialType.Voice, [.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x7C, 61 * 50)]));

    [Fact]
    public async Task AddAsync_TooLarge_IsNotSent() =>
        await Assert.ThrowsAsync<MediaLimitException>(() => AddAsync(MaterialType.Thumb, [.. AccountArticles.Jpg, .. new byte[64 * 1024]]));

    [Fact]
    public async Task AddAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => AddAsync(MaterialType.Image, AccountArticles.Jpg));
    }

    [Fact]
    public async Task AddVideoAsync_Video_KeepsTitleAndDescription()
    {
        var video = await Materials.GetVideoAsync((await AddVideoAsync()).MediaId, Cancellation);

        Assert.Equal(("开学第一课", "“请看”"), (video.Title, video.Description));
        Assert.Equal(AccountArticles.Mp4, await platform.Control.GetByteArrayAsync(new Uri(video.DownloadUrl), Cancellation));
    }

    [Fact]
    public async Task AddVideoAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, AddVideoAsync);
    }

    [Fact]
    public async Task UploadArticlePictureAsync_Picture_IsAtItsAddressAndNotCounted()
    {
        using var content = new MemoryStream(AccountArticles.Jpg);

        var address = await Materials.UploadArticlePictureAsync("图.jpg", content, Cancellation);

        Assert.Equal(AccountArticles.Jpg, await platform.Control.GetByteArrayAsync(new Uri(address), Cancellation));
        Assert.Equal(new MaterialCounts(0, 0, 0, 0), await Materials.CountAsync(Cancellation));
    }

    [Fact]
    public async Task UploadArticlePictureAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();
        using var content = new MemoryStream(AccountArticles.Jpg);

        await RefusedAsync(48001, () => Materials.UploadArticlePictureAsync("图.jpg", content, Cancellation));
    }

    [Fact]
    public async Task DownloadAsync_Picture_IsTheOneUploaded()
    {
        var picture = await AddAsync(MaterialType.Image, AccountArticles.Jpg, "封面.jpg");

        await using var downloaded = await Materials.DownloadAsync(picture.MediaId, Cancellation);

        using var content = new MemoryStream();
        await downloaded.Content.CopyToAsync(content, Cancellation);
        Assert.Equal(("封面.jpg", Convert.ToHexString(AccountArticles.Jpg)), (downloaded.FileName, Convert.ToHexString(content.ToArray())));
    }

    [Fact]
    public async Task DownloadAsync_Unknown_IsRefusedWith40007() => await RefusedAsync(40007, () => Materials.DownloadAsync("nothing", Cancellation));

    [Fact]
    public async Task DownloadAsync_Video_SaysHowToGetIt()
    {
        var video = await AddVideoAsync();

        var failure = await Assert.ThrowsAsync<PlatformUnavailableException>(() => Materials.DownloadAsync(video.MediaId, Cancellation));
        Assert.Contains("GetVideoAsync", failure.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetVideoAsync_Always_TellsItsTitle() => Assert.Equal("开学第一课", (await Materials.GetVideoAsync((await AddVideoAsync()).MediaId, Cancellation)).Title);

    [Fact]
    public async Task GetVideoAsync_Unknown_IsRefusedWith40007() => await RefusedAsync(40007, () => Materials.GetVideoAsync("nothing", Cancellation));

    [Fact]
    public async Task GetArticlesAsync_Draft_AreItsArticles()
    {
        var draft = await platform.AddDraftAsync("开学通知");

        Assert.Equal("开学通知", Assert.Single(await Materials.GetArticlesAsync(draft, Cancellation)).Title);
    }

    [Fact]
    public async Task GetArticlesAsync_Unknown_IsRefusedWith40007() => await RefusedAsync(40007, () => Materials.GetArticlesAsync("nothing", Cancellation));

    [Fact]
    public async Task DeleteAsync_Picture_IsGone()
    {
        var picture = await AddAsync(MaterialType.Image, AccountArticles.Jpg);

        await Materials.DeleteAsync(picture.MediaId, Cancellation);

        await RefusedAsync(40007, () => Materials.DownloadAsync(picture.MediaId, Cancellation));
        Assert.Equal(0, (await Materials.CountAsync(Cancellation)).Pictures);
    }

    [Fact]
    public async Task DeleteAsync_Twice_IsRefusedWith40007()
    {
        var picture = await AddAsync(MaterialType.Image, AccountArticles.Jpg);
        await Materials.DeleteAsync(picture.MediaId, Cancellation);

        await RefusedAsync(40007, () => Materials.DeleteAsync(picture.MediaId, Cancellation));
    }

    [Fact]
    public async Task CountAsync_OneOfEach_CountsThem()
    {
        await AddAsync(MaterialType.Image, AccountArticles.Jpg);
        await AddAsync(MaterialType.Voice, AccountArticles.Mp3);
        await AddVideoAsync();

        Assert.Equal(new MaterialCounts(1, 1, 1, 0), await Materials.CountAsync(Cancellation));
    }

    [Fact]
    public async Task CountAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Materials.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ListAsync_SecondPart_HasTheOlder()
    {
        await AddAsync(MaterialType.Image, AccountArticles.Jpg, "一.jpg");
        await AddAsync(MaterialType.Image, AccountArticles.Jpg, "二.jpg");

        var page = await Materials.ListAsync(MaterialType.Image, offset: 1, count: 1, Cancellation);

        Assert.Equal((2, "一.jpg"), (page.TotalCount, Assert.Single(page.Items).Name));
    }

    [Fact]
    public async Task ListAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Materials.ListAsync(MaterialType.Image, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task ListAsync_MoreThanTwenty_IsNotSent() =>
        await Assert.ThrowsAsync<FieldLimitException>(() => Materials.ListAsync(MaterialType.Image, 0, 21, Cancellation));
}
