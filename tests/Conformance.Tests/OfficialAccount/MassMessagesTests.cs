using System.Globalization;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class MassMessagesTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Wutong = "oK7d2wU8eNjM2hSzFl3AoVp7QbKw";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountMassMessages Mass => platform.Account.MassMessages;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task KindAsync(string kind) => await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/settings", new { kind });

    private async Task ChangeAsync(string openId, object change) => await platform.ControlAsync(HttpMethod.Patch, $"/sim/official-accounts/oa/people/{openId}", change);

    private async Task<int> LastTagAsync(params string[] openIds)
    {
        var tag = await platform.Account.Tags.CreateAsync("家长", Cancellation);
        await platform.Account.Tags.AddAsync(tag.Id, openIds, Cancellation);
        return tag.Id;
    }

    private async Task<(string Status, int Total, int Filtered, int Sent, int Errors)> EndAsync()
    {
        await platform.EndJobsAsync();
        var told = await platform.EventAsync("MASSSENDJOBFINISH");
        return ((string)told.Element("Status")!, Number("TotalCount"), Number("FilterCount"), Number("SentCount"), Number("ErrorCount"));

        int Number(string name) => (int)told.Element(name)!;
    }

    [Fact]
    public async Task SendToAllAsync_Text_EverybodyHasItWhenTheJobHasEnded()
    {
        var send = await Mass.SendToAllAsync("明天放假", cancellationToken: Cancellation);

        Assert.Equal(MassStatus.Sending, await Mass.GetStatusAsync(send.MessageId, Cancellation));
        Assert.Empty(await platform.ChatAsync(Zhouran));
        Assert.Equal(("send success", 3, 3, 3, 0), await EndAsync());
        Assert.Equal(MassStatus.Sent, await Mass.GetStatusAsync(send.MessageId, Cancellation));
        Assert.Equal("明天放假", (string?)Assert.Single(await platform.ChatAsync(Zhouran))["content"]);
        Assert.Equal(send.MessageId.ToString(CultureInfo.InvariantCulture), (string)(await platform.EventAsync("MASSSENDJOBFINISH")).Element("MsgID")!);
    }

    [Fact]
    public async Task SendToAllAsync_BlockedRefusingAndLeaving_AreCountedAsTheyAre()
    {
        await platform.Account.Users.BlockAsync([Xiaoman], Cancellation);
        await ChangeAsync(Zhouran, new { acceptsMessages = false });
        await Mass.SendToAllAsync("明天放假", cancellationToken: Cancellation);
        await platform.ActAsync("events", new { @event = "unsubscribe" }, Wutong);

        Assert.Equal(("send success", 3, 1, 0, 1), await EndAsync());
    }

    [Fact]
    public async Task SendToAllAsync_News_HasPagesThatOpen()
    {
        var draft = await platform.AddDraftAsync("一", "二");

        var send = await Mass.SendToAllAsync(new MassNews(draft), cancellationToken: Cancellation);
        await platform.EndJobsAsync();

        Assert.NotNull(send.DataId);
        var urls = (await platform.EventAsync("MASSSENDJOBFINISH")).Element("ArticleUrlResult")!.Descendants("ArticleUrl").Select(url => (string)url).ToList();
        Assert.Equal(2, urls.Count);
        Assert.Contains("二的正文", await platform.PageAsync(urls[1]), StringComparison.Ordinal);
        var shown = Assert.Single(await platform.ChatAsync(Xiaoman));
        Assert.True((long)shown["callId"]! > 0);
        Assert.Equal(("mpnews", urls[0]), ((string?)shown["type"], (string?)shown["details"]!["articles"]![0]!["url"]));
        Assert.Equal(0, await platform.Account.Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task SendToAllAsync_PicturesVoiceAndVideo_AreShown()
    {
        var picture = await platform.UploadAsync(MaterialType.Image, AccountArticles.Jpg);
        var voice = await platform.UploadAsync(MaterialType.Voice, AccountArticles.Mp3);
        var video = await Mass.PrepareVideoAsync(await platform.UploadAsync(MaterialType.Video, AccountArticles.Mp4), "开学第一课", "请看", Cancellation);
        string[] all = [Xiaoman, Zhouran];

        await Mass.SendToAsync(all, new MassPictures(picture, picture) { Recommendation = "运动会" }, cancellationToken: Cancellation);
        await Mass.SendToAsync(all, new MassVoice(voice), cancellationToken: Cancellation);
        await Mass.SendToAsync(all, new MassVideo(video), cancellationToken: Cancellation);
        await platform.EndJobsAsync();

        Assert.Equal(["image", "image", "voice", "video"], (await platform.ChatAsync(Xiaoman)).Select(each => (string?)each["type"]));
        Assert.Equal("开学第一课", (string?)(await platform.ChatAsync(Xiaoman))[^1]["details"]!["title"]);
    }

    [Fact]
    public async Task SendToAllAsync_SameClientMessageId_IsNotSentAgain()
    {
        var first = await Mass.SendToAllAsync("明天放假", "holiday-1", Cancellation);
        await RefusedAsync(45066, () => Mass.SendToAllAsync("明天放假", "holiday-1", Cancellation));
        await platform.AdvanceAsync(TimeSpan.FromMinutes(2));

        var second = await Mass.SendToAllAsync("明天放假", "holiday-1", Cancellation);

        Assert.Equal((first.MessageId, false, true), (second.MessageId, first.WasSentBefore, second.WasSentBefore));
        Assert.Single(await platform.ChatAsync(Xiaoman));
    }

    [Fact]
    public async Task SendToAllAsync_SameContentWithoutAnId_IsNotSentAgain()
    {
        string[] two = [Xiaoman, Zhouran];
        var first = await Mass.SendToAsync(two, "明天放假", cancellationToken: Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.True((await Mass.SendToAsync(two, "明天放假", cancellationToken: Cancellation)).WasSentBefore);
        Assert.False((await Mass.SendToAsync(two, "后天放假", cancellationToken: Cancellation)).WasSentBefore);
        Assert.NotEqual(0, first.MessageId);
    }

    [Fact]
    public async Task SendToAllAsync_TwiceADay_IsRefusedWith45028()
    {
        await Mass.SendToAllAsync("一", cancellationToken: Cancellation);

        await RefusedAsync(45028, () => Mass.SendToAllAsync("二", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task SendToAllAsync_FailedByThePlatform_TheBotIsTold()
    {
        await platform.SetJobsAsync(new { massStatus = "err(20013)" });

        var send = await Mass.SendToAllAsync("明天放假", cancellationToken: Cancellation);

        Assert.Equal("err(20013)", (await EndAsync()).Status);
        Assert.Equal(MassStatus.Failed, await Mass.GetStatusAsync(send.MessageId, Cancellation));
        Assert.Empty(await platform.ChatAsync(Xiaoman));
    }

    [Fact]
    public async Task SendToAllAsync_TooLong_IsNotSent()
    {
        await Assert.ThrowsAsync<FieldLimitException>(() => Mass.SendToAllAsync(new string('字', 683), cancellationToken: Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Mass.SendToAllAsync("字", new string('a', 65), Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Mass.SendToAllAsync(new MassPictures(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task SendToTagAsync_Tag_OnlyItsMembersGetIt()
    {
        await Mass.SendToTagAsync(await LastTagAsync(Xiaoman), "家长会", cancellationToken: Cancellation);

        Assert.Equal(("send success", 1, 1, 1, 0), await EndAsync());
        Assert.Single(await platform.ChatAsync(Xiaoman));
        Assert.Empty(await platform.ChatAsync(Zhouran));
    }

    [Fact]
    public async Task SendToTagAsync_FifthOfTheMonth_IsFilteredUntilTheNextMonth()
    {
        var tag = await LastTagAsync(Xiaoman);
        for (var i = 0; i < 4; i++)
            await Mass.SendToTagAsync(tag, $"第 {i} 条", cancellationToken: Cancellation);
        await platform.EndJobsAsync();

        await Mass.SendToTagAsync(tag, "第五条", cancellationToken: Cancellation);
        Assert.Equal(("send success", 1, 0, 0, 0), await EndAsync());

        await platform.AdvanceAsync(TimeSpan.FromDays(31));
        await Mass.SendToTagAsync(tag, "下个月", cancellationToken: Cancellation);
        Assert.Equal(("send success", 1, 1, 1, 0), await EndAsync());
    }

    [Fact]
    public async Task SendToTagAsync_UnknownTag_IsRefusedWith45159() => await RefusedAsync(45159, () => Mass.SendToTagAsync(4711, "家长会", cancellationToken: Cancellation));

    [Fact]
    public async Task SendToTagAsync_SecondOfTheDayOfASubscriptionAccount_IsRefusedWith45028()
    {
        await KindAsync("subscription");
        var tag = await LastTagAsync(Xiaoman);
        await Mass.SendToTagAsync(tag, "一", cancellationToken: Cancellation);

        await RefusedAsync(45028, () => Mass.SendToTagAsync(tag, "二", cancellationToken: Cancellation));
        await platform.AdvanceAsync(TimeSpan.FromDays(1));
        await Mass.SendToTagAsync(tag, "二", cancellationToken: Cancellation);
    }

    [Fact]
    public async Task SendToAsync_Two_BothGetIt()
    {
        await Mass.SendToAsync([Xiaoman, Zhouran], "你们好", cancellationToken: Cancellation);

        Assert.Equal(("send success", 2, 2, 2, 0), await EndAsync());
    }

    [Fact]
    public async Task SendToAsync_SubscriptionAccount_IsRefusedWith48001()
    {
        await KindAsync("subscription");

        await RefusedAsync(48001, () => Mass.SendToAsync([Xiaoman, Zhouran], "你们好", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task SendToAsync_SomebodyUnknown_IsRefusedWith40003() =>
        await RefusedAsync(40003, () => Mass.SendToAsync([Xiaoman, Nobody], "你们好", cancellationToken: Cancellation));

    [Fact]
    public async Task SendToAsync_One_IsNotSent() =>
        await Assert.ThrowsAsync<FieldLimitException>(() => Mass.SendToAsync([Xiaoman], "你好", cancellationToken: Cancellation));

    [Fact]
    public async Task PreviewAsync_News_ShowsTheDraft()
    {
        var draft = await platform.AddDraftAsync("一");

        await Mass.PreviewAsync(Xiaoman, new MassNews(draft), Cancellation);

        var shown = Assert.Single(await platform.ChatAsync(Xiaoman));
        Assert.Contains("一的正文", await platform.PageAsync((string)shown["details"]!["articles"]![0]!["url"]!), StringComparison.Ordinal);
        Assert.Equal(1, await platform.Account.Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task PreviewAsync_NotAFollower_IsRefusedWith43004() => await RefusedAsync(43004, () => Mass.PreviewAsync(Sunyue, "看看", Cancellation));

    [Fact]
    public async Task PreviewByNameAsync_Picture_IsShown()
    {
        await Mass.PreviewByNameAsync("林小满", new MassPictures(await platform.UploadAsync(MaterialType.Image, AccountArticles.Jpg)), Cancellation);

        Assert.Equal("image", (string?)Assert.Single(await platform.ChatAsync(Xiaoman))["type"]);
    }

    [Fact]
    public async Task PreviewByNameAsync_Nobody_IsRefusedWith40132() => await RefusedAsync(40132, () => Mass.PreviewByNameAsync("nobody", "看看", Cancellation));

    [Fact]
    public async Task GetStatusAsync_Sent_SaysSo()
    {
        var send = await Mass.SendToAllAsync("明天放假", cancellationToken: Cancellation);
        await platform.EndJobsAsync();

        Assert.Equal(MassStatus.Sent, await Mass.GetStatusAsync(send.MessageId, Cancellation));
    }

    [Fact]
    public async Task GetStatusAsync_Unknown_IsRefusedWith40035() => await RefusedAsync(40035, () => Mass.GetStatusAsync(1, Cancellation));

    [Fact]
    public async Task DeleteAsync_News_ItsPagesSaySo()
    {
        var send = await Mass.SendToAllAsync(new MassNews(await platform.AddDraftAsync("一", "二")), cancellationToken: Cancellation);
        await platform.EndJobsAsync();
        var url = (string)(await platform.EventAsync("MASSSENDJOBFINISH")).Descendants("ArticleUrl").First();

        await Mass.DeleteAsync(send.MessageId, 1, Cancellation);
        Assert.Contains("该内容已被发布者删除", await platform.PageAsync(url), StringComparison.Ordinal);
        Assert.Equal(MassStatus.Sent, await Mass.GetStatusAsync(send.MessageId, Cancellation));

        await Mass.DeleteAsync(send.MessageId, cancellationToken: Cancellation);
        Assert.Equal(MassStatus.Deleted, await Mass.GetStatusAsync(send.MessageId, Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Text_IsRefusedWith40035()
    {
        var send = await Mass.SendToAllAsync("明天放假", cancellationToken: Cancellation);
        await platform.EndJobsAsync();

        await RefusedAsync(40035, () => Mass.DeleteAsync(send.MessageId, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task GetSpeedAsync_AtFirst_IsTheFastest() => Assert.Equal(new MassSpeed(0, 80), await Mass.GetSpeedAsync(Cancellation));

    [Fact]
    public async Task GetSpeedAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Mass.GetSpeedAsync(Cancellation));
    }

    [Fact]
    public async Task SetSpeedAsync_Slower_IsKept()
    {
        await Mass.SetSpeedAsync(4, Cancellation);

        Assert.Equal(new MassSpeed(4, 10), await Mass.GetSpeedAsync(Cancellation));
    }

    [Fact]
    public async Task SetSpeedAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Mass.SetSpeedAsync(1, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Mass.SetSpeedAsync(5, Cancellation));
    }

    [Fact]
    public async Task UploadNewsAsync_TemporaryCover_CanBeSentTwiceToTheSamePage()
    {
        var cover = await platform.UploadAsync(MaterialType.Image, AccountArticles.Jpg);
        var news = await Mass.UploadNewsAsync([new DraftArticle("通知", "正文") { ThumbMediaId = cover }], Cancellation);

        await Mass.SendToAsync([Xiaoman, Zhouran], new MassNews(news), cancellationToken: Cancellation);
        await Mass.SendToAsync([Xiaoman, Wutong], new MassNews(news), cancellationToken: Cancellation);
        await platform.EndJobsAsync();

        var chat = await platform.ChatAsync(Xiaoman);
        Assert.Equal((string?)chat[0]["details"]!["articles"]![0]!["url"], (string?)chat[1]["details"]!["articles"]![0]!["url"]);
    }

    [Fact]
    public async Task UploadNewsAsync_UnknownCover_IsRefusedWith40007() =>
        await RefusedAsync(40007, () => Mass.UploadNewsAsync([new DraftArticle("通知", "正文") { ThumbMediaId = "nothing" }], Cancellation));

    [Fact]
    public async Task PrepareVideoAsync_Video_HasAnotherMediaId()
    {
        var video = await platform.UploadAsync(MaterialType.Video, AccountArticles.Mp4);

        Assert.NotEqual(video, await Mass.PrepareVideoAsync(video, "开学第一课", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task PrepareVideoAsync_UnknownVideo_IsRefusedWith40007() =>
        await RefusedAsync(40007, () => Mass.PrepareVideoAsync("nothing", "开学第一课", cancellationToken: Cancellation));
}
