using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;
using TemplateMessage = Hongyan.OfficialAccount.TemplateMessage;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class TemplateMessagesTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Lesson = new() { ["thing1"] = "钢琴一对一", ["time2"] = "2026年9月1日 10:00", ["thing3"] = "二楼琴房" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountTemplateMessages Messages => platform.Account.TemplateMessages;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> IdAsync() => (await Messages.ListAsync(Cancellation))[0].Id;

    private async Task<TemplateMessage> MessageAsync(string openId = Xiaoman) => new(openId, await IdAsync(), Lesson);

    private static Dictionary<string, string> With(string key, string value) => new(Lesson) { [key] = value };

    private async Task<string> StatusAsync() => (string)(await platform.EventAsync("TEMPLATESENDJOBFINISH")).Element("Status")!;

    [Fact]
    public async Task SendAsync_Follower_SeesTheLinesAndTheBotIsTold()
    {
        var sent = await Messages.SendAsync(
            await MessageAsync() with { Url = "https://example.com/lesson", MiniProgram = new TemplateMiniProgram("wx0123456789abcdef", "pages/lesson?id=7") }, Cancellation);
        await platform.EndJobsAsync();

        var chat = await platform.ChatAsync(Xiaoman);
        var shown = Assert.Single(chat, each => (string?)each["type"] == "template");
        var details = shown["details"]!;
        Assert.Equal(("课程提醒", "https://example.com/lesson", "pages/lesson?id=7"), ((string?)details["title"], (string?)details["url"], (string?)details["pagePath"]));
        Assert.Equal(["课程名称：钢琴一对一", "上课时间：2026年9月1日 10:00", "上课地点：二楼琴房"], details["items"]!.AsArray().Select(item => $"{item!["key"]}：{item["value"]}"));
        var told = await platform.EventAsync("TEMPLATESENDJOBFINISH");
        Assert.Equal((sent, "success", Xiaoman), ((long)told.Element("MsgID")!, (string)told.Element("Status")!, (string)told.Element("FromUserName")!));
    }

    [Fact]
    public async Task SendAsync_SomebodyWhoBlocksIt_TheBotIsTold()
    {
        await platform.ControlAsync(HttpMethod.Patch, $"/sim/official-accounts/oa/people/{Xiaoman}", new { acceptsMessages = false });

        await Messages.SendAsync(await MessageAsync(), Cancellation);
        await platform.EndJobsAsync();

        Assert.Equal("failed:user block", await StatusAsync());
        Assert.DoesNotContain(await platform.ChatAsync(Xiaoman), each => (string?)each["type"] == "template");
    }

    [Fact]
    public async Task SendAsync_ThePlatformFails_TheBotIsTold()
    {
        await platform.SetJobsAsync(new { templateStatus = "failed: system failed" });

        await Messages.SendAsync(await MessageAsync(), Cancellation);
        await platform.EndJobsAsync();

        Assert.Equal("failed: system failed", await StatusAsync());
    }

    [Fact]
    public async Task SendAsync_SameClientMessageId_IsSentOnce()
    {
        var message = await MessageAsync() with { ClientMessageId = "lesson-7" };

        Assert.Equal(await Messages.SendAsync(message, Cancellation), await Messages.SendAsync(message, Cancellation));
        await platform.EndJobsAsync();

        Assert.Single(await platform.ChatAsync(Xiaoman), each => (string?)each["type"] == "template");
    }

    [Fact]
    public async Task SendAsync_NotAFollower_IsRefusedWith43004() =>
        await RefusedAsync(43004, async () => await Messages.SendAsync(await MessageAsync(Sunyue), Cancellation));

    [Fact]
    public async Task SendAsync_UnknownTemplate_IsRefusedWith40037() =>
        await RefusedAsync(40037, () => Messages.SendAsync(new TemplateMessage(Xiaoman, "nothing", Lesson), Cancellation));

    [Fact]
    public async Task SendAsync_FieldMissing_IsRefusedWith47003AndItsName()
    {
        var refusal = await Assert.ThrowsAsync<PlatformApiException>(async () => await Messages.SendAsync(
            new TemplateMessage(Xiaoman, await IdAsync(), new Dictionary<string, string> { ["thing1"] = "钢琴" }), Cancellation));

        Assert.Equal(47003, refusal.Code);
        Assert.Contains("data.time2.value", refusal.PlatformMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thing1", "二十一个字的课程名称是放不进一个字段里面的吧")]
    [InlineData("thing1", "钢琴\n一对一")]
    [InlineData("thing1", "")]
    public async Task SendAsync_ValueThatDoesNotFit_IsNotSent(string key, string value) => await Assert.ThrowsAsync<FieldLimitException>(async () =>
        await Messages.SendAsync(new TemplateMessage(Xiaoman, await IdAsync(), With(key, value)), Cancellation));

    [Fact]
    public async Task SendAsync_SubscriptionAccount_IsRefusedWith48001()
    {
        var message = await MessageAsync();
        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/settings", new { kind = "subscription" });

        await RefusedAsync(48001, () => Messages.SendAsync(message, Cancellation));
    }

    [Fact]
    public async Task SetIndustriesAsync_Two_AreTheAccounts()
    {
        await Messages.SetIndustriesAsync(7, 17, Cancellation);

        Assert.Equal(new TemplateIndustries(new("金融业", "银行"), new("教育", "院校")), await Messages.GetIndustriesAsync(Cancellation));
    }

    [Fact]
    public async Task SetIndustriesAsync_TwiceAMonth_IsRefusedWith43100()
    {
        await Messages.SetIndustriesAsync(7, 17, Cancellation);

        await RefusedAsync(43100, () => Messages.SetIndustriesAsync(1, 2, Cancellation));
    }

    [Fact]
    public async Task GetIndustriesAsync_AtFirst_AreThoseOfASchool() => Assert.Equal("培训", (await Messages.GetIndustriesAsync(Cancellation)).Secondary!.SecondClass);

    [Fact]
    public async Task GetIndustriesAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Messages.GetIndustriesAsync(Cancellation));
    }

    [Fact]
    public async Task AddAsync_OfACategory_HasTheFieldsChosenInTheirOrder()
    {
        var id = await Messages.AddAsync("43216", ["分数", "考试名称"], Cancellation);

        var template = Assert.Single(await Messages.ListAsync(Cancellation), each => each.Id == id);
        Assert.Equal(("成绩发布通知", "分数：{{number3.DATA}}\n考试名称：{{thing1.DATA}}"), (template.Title, template.Content));
        await Messages.SendAsync(new TemplateMessage(Xiaoman, id, new Dictionary<string, string> { ["number3"] = "95", ["thing1"] = "期末考试" }), Cancellation);
    }

    [Fact]
    public async Task AddAsync_OfAnIndustry_HasAllItsFields()
    {
        var id = await Messages.AddAsync("OPENTM204533457", [], Cancellation);

        Assert.Equal("教育", Assert.Single(await Messages.ListAsync(Cancellation), each => each.Id == id).PrimaryIndustry);
    }

    [Fact]
    public async Task AddAsync_OfAnotherIndustry_IsRefusedWith45027() => await RefusedAsync(45027, () => Messages.AddAsync("OPENTM405957075", [], Cancellation));

    [Fact]
    public async Task AddAsync_TwentySixth_IsRefusedWith45026()
    {
        for (var i = 0; i < 24; i++)
            await Messages.AddAsync("TM00015", [], Cancellation);

        await RefusedAsync(45026, () => Messages.AddAsync("TM00015", [], Cancellation));
    }

    [Fact]
    public async Task ListAsync_AtFirst_HasOneToTryOut() => Assert.Equal("课程提醒", Assert.Single(await Messages.ListAsync(Cancellation)).Title);

    [Fact]
    public async Task ListAsync_AccountNotVerified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Messages.ListAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Template_IsGone()
    {
        await Messages.DeleteAsync(await IdAsync(), Cancellation);

        Assert.Empty(await Messages.ListAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Unknown_IsRefusedWith40037() => await RefusedAsync(40037, () => Messages.DeleteAsync("nothing", Cancellation));
}
