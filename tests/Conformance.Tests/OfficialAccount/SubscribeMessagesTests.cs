using System.Net;
using System.Web;
using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class SubscribeMessagesTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string OneTimeTemplate = "one-time-template";

    private static readonly Dictionary<string, string> Result = new() { ["thing1"] = "秋季运动会", ["phrase2"] = "成功" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountSubscribeMessages Messages => platform.Account.SubscribeMessages;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<string> AddAsync() => Messages.AddTemplateAsync("1701", [1, 2], "报名结果", Cancellation);

    private Task AnswerAsync(string templateId, bool accepts = true, bool inSettings = false) =>
        platform.ActAsync("subscriptions", new { choices = new[] { new { templateId, accepts } }, inSettings });

    private Task AgreeAsync(int scene) => platform.ActAsync("one-time-subscriptions", new { templateId = OneTimeTemplate, scene });

    private static OneTimeMessage OneTime(int scene) => new(Xiaoman, OneTimeTemplate, scene, "取件提醒", "教材到了，请到一楼前台来取。");

    [Fact]
    public async Task SendAsync_AfterConsent_OneMessageIsShownAndTheBotIsTold()
    {
        var template = await AddAsync();
        await AnswerAsync(template);
        Assert.Equal("accept", (string)(await platform.EventAsync("subscribe_msg_popup_event")).Descendants("SubscribeStatusString").Single());

        await Messages.SendAsync(new SubscribeMessage(Xiaoman, template, Result) { PageUrl = "https://example.com/result" }, Cancellation);
        await platform.EndJobsAsync();

        var shown = Assert.Single(await platform.ChatAsync(Xiaoman), each => (string?)each["type"] == "template");
        Assert.Equal(("报名结果通知", "https://example.com/result"), ((string?)shown["details"]!["title"], (string?)shown["details"]!["url"]));
        var told = (await platform.EventAsync("subscribe_msg_sent_event")).Descendants("List").Single();
        Assert.Equal((template, "0"), ((string)told.Element("TemplateId")!, (string)told.Element("ErrorCode")!));
        await RefusedAsync(43101, () => Messages.SendAsync(new SubscribeMessage(Xiaoman, template, Result), Cancellation));
    }

    [Fact]
    public async Task SendAsync_WithdrawnInTheSettings_IsRefusedWith43101()
    {
        var template = await AddAsync();
        await AnswerAsync(template);
        await AnswerAsync(template, accepts: false, inSettings: true);

        Assert.Equal("reject", (string)(await platform.EventAsync("subscribe_msg_change_event")).Descendants("SubscribeStatusString").Single());
        await RefusedAsync(43101, () => Messages.SendAsync(new SubscribeMessage(Xiaoman, template, Result), Cancellation));
    }

    [Fact]
    public async Task SendAsync_FieldMissing_IsRefusedWith47003AndUsesNothingUp()
    {
        var template = await AddAsync();
        await AnswerAsync(template);

        await RefusedAsync(47003, () => Messages.SendAsync(new SubscribeMessage(Xiaoman, template, new Dictionary<string, string> { ["thing1"] = "秋季运动会" }), Cancellation));

        await Messages.SendAsync(new SubscribeMessage(Xiaoman, template, Result), Cancellation);
    }

    [Fact]
    public async Task SendAsync_TooLong_IsNotSent() => await Assert.ThrowsAsync<FieldLimitException>(() => Messages.SendAsync(
        new SubscribeMessage(Xiaoman, "x", new Dictionary<string, string> { ["phrase2"] = "六个字太长了" }), Cancellation));

    [Fact]
    public async Task SendOneTimeAsync_AfterConsent_OneMessageIsShown()
    {
        await AgreeAsync(7);

        await Messages.SendOneTimeAsync(OneTime(7) with { Url = "https://example.com/pick-up", Color = "#173177" }, Cancellation);

        var shown = Assert.Single(await platform.ChatAsync(Xiaoman));
        Assert.Equal(("取件提醒", "教材到了，请到一楼前台来取。"), ((string?)shown["details"]!["title"], (string?)shown["details"]!["description"]));
        await RefusedAsync(43101, () => Messages.SendOneTimeAsync(OneTime(7), Cancellation));
    }

    [Fact]
    public async Task SendOneTimeAsync_AnotherScene_IsRefusedWith43101()
    {
        await AgreeAsync(7);

        await RefusedAsync(43101, () => Messages.SendOneTimeAsync(OneTime(8), Cancellation));
    }

    [Fact]
    public async Task SendOneTimeAsync_TooLong_IsNotSent()
    {
        await Assert.ThrowsAsync<FieldLimitException>(() => Messages.SendOneTimeAsync(OneTime(7) with { Title = new string('题', 16) }, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Messages.SendOneTimeAsync(OneTime(7) with { Content = new string('文', 201) }, Cancellation));
        await Assert.ThrowsAsync<FieldLimitException>(() => Messages.SendOneTimeAsync(OneTime(10_001), Cancellation));
    }

    [Fact]
    public async Task GetOneTimeAddress_PersonAgrees_ComesBackAndCanBeSentOne()
    {
        var address = platform.Account.SubscribeMessages.GetOneTimeAddress(OneTimeTemplate, 7, "https://example.com/back?a=1", "order7");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Assert.Contains("林小满", await browser.GetStringAsync(address, Cancellation), StringComparison.Ordinal);

        using var answer = await browser.GetAsync(new Uri($"{address.GetLeftPart(UriPartial.Query)}&openid={Xiaoman}&answer=confirm"), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var back = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal(("1", Xiaoman, "confirm", "7", "order7"), (back["a"], back["openid"], back["action"], back["scene"], back["reserved"]));
        await Messages.SendOneTimeAsync(OneTime(7), Cancellation);
    }

    [Fact]
    public async Task GetOneTimeAddress_PersonRefuses_ComesBackWithoutTheirOpenId()
    {
        var address = platform.Account.SubscribeMessages.GetOneTimeAddress(OneTimeTemplate, 7, "https://example.com/back");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var answer = await browser.GetAsync(new Uri($"{address.GetLeftPart(UriPartial.Query)}&openid={Xiaoman}&answer=cancel"), Cancellation);

        var back = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal((null, "cancel"), (back["openid"], back["action"]));
    }

    [Fact]
    public async Task ListCategoriesAsync_Always_HasTheAccounts() =>
        Assert.Contains(new SubscribeCategory(612, "教育"), await Messages.ListCategoriesAsync(Cancellation));

    [Fact]
    public async Task ListCategoriesAsync_SubscriptionAccount_IsRefusedWith48001()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/settings", new { kind = "subscription" });

        await RefusedAsync(48001, () => Messages.ListCategoriesAsync(Cancellation));
    }

    [Fact]
    public async Task ListTitlesAsync_SecondPart_HasTheNext()
    {
        var page = await Messages.ListTitlesAsync([612], 1, 1, Cancellation);

        Assert.Equal((2, new SubscribeTitle("1702", "作业批改通知", false, 612)), (page.TotalCount, Assert.Single(page.Titles)));
    }

    [Fact]
    public async Task ListTitlesAsync_CategoryOfOthers_IsRefusedWith200018() => await RefusedAsync(200018, () => Messages.ListTitlesAsync([1], cancellationToken: Cancellation));

    [Fact]
    public async Task ListKeywordsAsync_Title_HasItsFields() =>
        Assert.Equal(new SubscribeKeyword(2, "报名结果", "成功", "phrase"), (await Messages.ListKeywordsAsync("1701", Cancellation))[1]);

    [Fact]
    public async Task ListKeywordsAsync_Unknown_IsRefusedWith200014() => await RefusedAsync(200014, () => Messages.ListKeywordsAsync("1", Cancellation));

    [Fact]
    public async Task AddTemplateAsync_TwoFields_AreItsLines()
    {
        var id = await AddAsync();

        var template = Assert.Single(await Messages.ListTemplatesAsync(Cancellation));
        Assert.Equal((id, "活动名称：{{thing1.DATA}}\n报名结果：{{phrase2.DATA}}"), (template.Id, template.Content));
    }

    [Fact]
    public async Task AddTemplateAsync_FieldOfAnotherTitle_IsRefusedWith200020() =>
        await RefusedAsync(200020, () => Messages.AddTemplateAsync("1701", [1, 9], cancellationToken: Cancellation));

    [Fact]
    public async Task AddTemplateAsync_OneField_IsNotSent() =>
        await Assert.ThrowsAsync<FieldLimitException>(() => Messages.AddTemplateAsync("1701", [1], cancellationToken: Cancellation));

    [Fact]
    public async Task ListTemplatesAsync_AtFirst_IsEmpty() => Assert.Empty(await Messages.ListTemplatesAsync(Cancellation));

    [Fact]
    public async Task ListTemplatesAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Messages.ListTemplatesAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteTemplateAsync_Template_IsGone()
    {
        await Messages.DeleteTemplateAsync(await AddAsync(), Cancellation);

        Assert.Empty(await Messages.ListTemplatesAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteTemplateAsync_Unknown_IsRefusedWith200014() => await RefusedAsync(200014, () => Messages.DeleteTemplateAsync("nothing", Cancellation));
}
