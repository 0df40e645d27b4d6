using Hongyan.Conformance.Tests;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using SampleApps = Hongyan.Simulator.WeCom.SampleApps;

namespace Hongyan.Browser.Tests;

/// <summary>What apps and robots send by the API, and what people do with it.</summary>
public sealed class TalkBackTests(Chromium chromium, SimulatedPlatform platform) : IClassFixture<Chromium>, IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private WebApplication? _bot;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    public async Task Card_ButtonClicked_TellsTheBotWhichAnswersWithAnotherButton(int width, bool scripts)
    {
        TemplateCardEvent? heard = null;
        await StartBotAsync(bot => bot.On<TemplateCardEvent>((TemplateCardEvent click) =>
        {
            heard = click;
            return new UpdateButtonReply("已受理");
        }));
        await platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), new TemplateCardPush(SamplePushes.Bug), cancellationToken: Cancellation);
        var page = await OpenAsync("/wecom/demo/zhangsan", width, scripts);

        await page.GetByLabel("优先级").SelectOptionAsync("高");
        await page.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        if (!scripts)
            await page.ReloadUntilAsync(async () => (await page.Locator(".template-card").InnerTextAsync()).Contains("已受理", StringComparison.Ordinal));

        await Expect(page.Locator(".template-card")).ToContainTextAsync("已受理");
        await Expect(page.Locator(".template-card button")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("优先级")).ToHaveValueAsync("1");
        Assert.Equal(("accept", "bug-42"), (heard!.Key, heard.TaskId));
        Assert.Equal(["1"], Assert.Single(heard.SelectedItems).OptionIds);
        await ShowAsync(page, $"card-clicked-{width}{(scripts ? "" : "-no-script")}");
    }

    [Fact]
    public async Task Card_UpdatedByTheApiAfterAClick_ChangesWhereItIs()
    {
        await StartBotAsync(bot => bot.On<TemplateCardEvent>(async (TemplateCardEvent click) =>
        {
            await platform.Client.Messages.UpdateCardAsync(
                Recipients.User(click.FromUser), click.ResponseCode, SamplePushes.Bug with { MainTitle = "BUG-42 已转给王伟", ReplaceText = "已转交" }, Cancellation);
        }));
        await platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), new TemplateCardPush(SamplePushes.Bug), cancellationToken: Cancellation);
        var page = await OpenAsync("/wecom/demo/zhangsan");

        await page.GetByRole(AriaRole.Button, new() { Name = "驳回" }).ClickAsync();

        await Expect(page.Locator(".template-card")).ToHaveCountAsync(1);
        await Expect(page.Locator(".template-card")).ToContainTextAsync("已转给王伟");
        await Expect(page.Locator(".template-card")).ToContainTextAsync("已转交");
    }

    [Fact]
    public async Task Message_Recalled_DisappearsFromTheOpenPage()
    {
        var sent = await platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), "发错人了", cancellationToken: Cancellation);
        var page = await OpenAsync("/wecom/demo/zhangsan");
        await Expect(page.Locator("#entries")).ToContainTextAsync("发错人了");

        await platform.Client.Messages.RecallAsync(sent.MessageId, Cancellation);

        await Expect(page.Locator("#entries")).ToContainTextAsync("撤回了一条消息");
        await Expect(page.Locator("#entries")).Not.ToContainTextAsync("发错人了");
    }

    [Fact]
    public async Task Message_RecalledBeforeThePageListens_IsShownRecalled()
    {
        var sent = await platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), "发错人了", cancellationToken: Cancellation);
        var (page, mayListen) = await OpenWithoutListeningAsync("/wecom/demo/zhangsan");
        await Expect(page.Locator("#entries")).ToContainTextAsync("发错人了");

        await platform.Client.Messages.RecallAsync(sent.MessageId, Cancellation);
        mayListen.SetResult();

        await Expect(page.Locator("#entries")).ToContainTextAsync("撤回了一条消息");
    }

    [Fact]
    public async Task Call_MadeBeforeThePageListens_IsInThePanel()
    {
        var (page, mayListen) = await OpenWithoutListeningAsync("/wecom/demo/lisi?panel=calls");
        await Expect(page.Locator("#entries")).ToBeVisibleAsync();

        await platform.Client.Messages.SendAsync(Recipients.User("lisi"), "还没在听", cancellationToken: Cancellation);
        mayListen.SetResult();

        await Expect(page.Locator(".calls li").First).ToContainTextAsync("还没在听");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Group_RobotAndApp_SpeakInItAndMarkItUnread(int width)
    {
        var chatId = await platform.Client.AppChats.CreateAsync(
            new NewAppChat { Name = "值班群", MemberIds = ["zhangsan", "lisi"], OwnerId = "lisi" }, Cancellation);
        var page = await OpenAsync("/wecom/demo", width);

        await platform.Client.AppChats.SendAsync(chatId, new MarkdownPush("服务器 <font color=\"warning\">过热</font> <@lisi>"), cancellationToken: Cancellation);
        await Expect(page.Locator(".groups a", new() { HasText = "值班群" }).Locator(".unread [aria-hidden]")).ToHaveTextAsync("1");
        await page.Locator(".groups a", new() { HasText = "值班群" }).ClickAsync();
        await Expect(page.Locator("#entries .md-warning")).ToHaveTextAsync("过热");
        await Expect(page.Locator("#entries .mention")).ToHaveTextAsync("@李思");
        await platform.RobotOf(SampleGroups.Notice).SendTextAsync("构建失败", RobotMentions.Everybody, Cancellation);
        await page.Locator(".groups a", new() { HasText = SampleGroups.Project.Name }).Or(page.Locator(".back")).Filter(new() { Visible = true }).First.ClickAsync();
        if (width < 760)
            await page.Locator(".groups a", new() { HasText = SampleGroups.Project.Name }).ClickAsync();

        await Expect(page.Locator("#entries")).ToContainTextAsync("构建失败");
        await Expect(page.Locator("#entries")).ToContainTextAsync(SampleGroups.Notice.DisplayName);
        await ShowAsync(page, $"group-{width}");
    }

    [Fact]
    public async Task Call_FailedOnPurpose_IsShownWithItsBodies()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/faults/calls", new[] { new { path = "/cgi-bin/message/send", errCode = 60020, times = 1 } });
        var page = await OpenAsync("/wecom/demo/zhangsan?panel=calls");

        await Assert.ThrowsAsync<PlatformApiException>(
            () => platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), "进不来", cancellationToken: Cancellation));

        var call = page.Locator(".calls li").First;
        await Expect(call).ToContainTextAsync("errcode 60020");
        await Expect(call).ToContainTextAsync("not allow to access from your ip");
        await call.GetByText("请求体").ClickAsync();
        await Expect(call).ToContainTextAsync("\"content\": \"进不来\"");
        await ShowAsync(page, "call-failed");
    }

    [Fact]
    public async Task Wire_OfASentMessage_ShowsTheCallThatCausedIt()
    {
        await platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), "看报文", cancellationToken: Cancellation);
        var page = await OpenAsync("/wecom/demo/zhangsan");

        await page.Locator("#entries").GetByRole(AriaRole.Link, new() { Name = "报文" }).ClickAsync();

        await Expect(page.Locator("#wire")).ToContainTextAsync("POST /cgi-bin/message/send?access_token=***");
        await Expect(page.Locator("#wire")).ToContainTextAsync("\"content\": \"看报文\"");
        await Expect(page.Locator("#wire")).ToContainTextAsync("\"errcode\": 0");
    }

    [Fact]
    public async Task FaultPanel_ErrcodeAdded_MeetsTheNextCallAndGoesAway()
    {
        var page = await OpenAsync("/wecom/demo/zhangsan?panel=faults");
        await page.Locator("[name=errCode]").FillAsync("45009");
        await page.Locator("[name=times]").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加" }).ClickAsync();
        await Expect(page.Locator("#call-faults")).ToContainTextAsync("45009");
        await Expect(page.Locator("#chips")).ToContainTextAsync("45009");

        await Assert.ThrowsAsync<PlatformApiException>(
            () => platform.Client.Messages.SendAsync(Recipients.User("zhangsan"), "x", cancellationToken: Cancellation));

        await Expect(page.Locator("#call-faults li")).ToHaveCountAsync(0);
    }

    private async Task StartBotAsync(Action<Bot> routes)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Development });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WeCom:CorpId"] = SampleApps.Demo.CorpId,
            ["WeCom:Token"] = SampleApps.Demo.Callback.Token,
            ["WeCom:EncodingAESKey"] = SampleApps.Demo.Callback.EncodingAESKey,
        });
        builder.Services.AddRouting();
        builder.AddWeCom();
        _bot = builder.Build();
        routes(_bot.MapWeCom("/wecom"));
        await _bot.StartAsync(Cancellation);
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/callback", new
        {
            callbackUrl = _bot.Urls.First() + "/wecom",
            token = SampleApps.Demo.Callback.Token,
            encodingAESKey = SampleApps.Demo.Callback.EncodingAESKey,
        });
    }

    private Task<IPage> OpenAsync(string path, int width = 1280, bool scripts = true) =>
        chromium.OpenAsync(new Uri(platform.Address, path).ToString(), width, scripts: scripts);

    /// <summary>A page that has been written and does not hear yet what happens.</summary>
    /// <returns>The page, and what lets it listen.</returns>
    private async Task<(IPage Page, TaskCompletionSource MayListen)> OpenWithoutListeningAsync(string path)
    {
        var page = await chromium.OpenAsync("about:blank");
        var mayListen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/sim/events", async route =>
        {
            await mayListen.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(new Uri(platform.Address, path).ToString());
        return (page, mayListen);
    }

    /// <summary>Keeps a picture for whoever wants to look: HONGYAN_SCREENSHOTS names the folder.</summary>
    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HONGYAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
