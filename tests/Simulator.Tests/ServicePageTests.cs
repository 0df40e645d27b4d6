using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests;

/// <summary>The page of 微信客服 without script: everything works by forms.</summary>
public sealed class ServicePageTests : IAsyncLifetime
{
    private const string Account = "wkHYSIM000000000000000000000001";
    private const string Customer = "wmHYSIM000000000000000000000001";
    private const string Page = $"/kf/{Account}/{Customer}";

    private RunningSimulator _simulator = null!;
    private PageClient _page = null!;
    private FakeBot _bot = null!;

    private ServiceSessions Sessions => _simulator.Services.GetRequiredService<ServiceSessions>();

    private ServiceSession Session => Sessions.Find(Account, Customer);

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(BotAnswer.Text(""));
        _simulator = await RunningSimulator.StartAsync(_bot);
        _page = new PageClient(_simulator);
    }

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    private Task<(int Status, string Html, Uri? Location)> PostAsync(string form, params (string Name, string Value)[] fields) =>
        _page.PostAsync(Page, form, fields.ToDictionary(field => field.Name, field => field.Value));

    private void Queue() => Sessions.Change(Account, Customer, session => session with { State = ServiceState.Queued });

    [Fact]
    public async Task Page_Get_ShowsPhoneSeatAndProfile()
    {
        var (status, html, _) = await _page.GetAsync(Page);

        Assert.Equal(200, status);
        Assert.Contains("林晓 的微信", html, StringComparison.Ordinal);
        Assert.Contains("接待台", html, StringComparison.Ordinal);
        Assert.Contains("林晓（一年级家长）", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Service_", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kf/wk-none", 404)]
    [InlineData($"/kf/{Account}/wm-none", 404)]
    [InlineData("/kf", 200)]
    [InlineData($"/kf/{Account}?lang=en", 200)]
    public async Task Page_Address_IsFoundOrNot(string path, int status) => Assert.Equal(status, (await _page.GetAsync(path)).Status);

    [Fact]
    public async Task Link_WithScene_FillsTheFormThatEnters()
    {
        var (_, html, _) = await _page.GetAsync($"{Page}?enc_scene=poster-a&scene_param=floor%3D2");
        Assert.Contains("value=\"poster-a\"", html, StringComparison.Ordinal);

        var (status, _, location) = await PostAsync("enter", ("scene", "poster-a"), ("sceneParameter", "floor=2"));

        Assert.Equal((302, Page), (status, location?.AbsolutePath ?? location?.ToString()));
        Assert.Equal(("poster-a", "floor=2"), (Session.Scene, Session.SceneParameter));
        var callback = Assert.Single(_bot.Received);
        Assert.Equal("POST", callback.Method);
    }

    [Fact]
    public async Task Say_Text_BeginsASession()
    {
        await PostAsync("say", ("content", "你好"));

        Assert.Equal(ServiceState.Unprocessed, Session.State);
        Assert.Contains("新接入待处理", (await _page.GetAsync(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seat_AcceptAnswerTransferEnd_GoesThroughTheStates()
    {
        await PostAsync("say", ("content", "你好"));
        Queue();
        await PostAsync("seat", ("accept", Customer), ("as", "zhaomin"));
        Assert.Equal((ServiceState.Servicer, "zhaomin"), (Session.State, Session.ServicerUserId));
        await PostAsync("answer", ("as", "zhaomin"), ("content", "您好，请讲"));
        Assert.Contains("您好，请讲", (await _page.GetAsync(Page)).Html, StringComparison.Ordinal);
        await PostAsync("seat", ("act", "transfer"), ("to", "lisi"), ("as", "zhaomin"));
        Assert.Equal("lisi", Session.ServicerUserId);
        await PostAsync("seat", ("act", "end"), ("as", "lisi"));
        Assert.Equal(ServiceState.Ended, Session.State);
    }

    [Fact]
    public async Task Answer_NotTheirCustomer_SaysWhy()
    {
        await PostAsync("say", ("content", "你好"));

        var (status, html, _) = await PostAsync("answer", ("as", "zhaomin"), ("content", "您好"));

        Assert.Equal(200, status);
        Assert.Contains("现在的会话状态不允许这样做", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_ItemChosen_IsAnsweredWithItsId()
    {
        await PostAsync("entry", ("menu", "7\n转人工"));

        var entry = Assert.Single(Sessions.Read(Account, Customer));
        Assert.Equal(("转人工", "7"), ((string?)entry.Content["content"], (string?)entry.Content["menu_id"]));
    }

    [Fact]
    public async Task Follow_Member_IsShownAndReported()
    {
        await PostAsync("follow", ("member", "lisi"), ("state", "poster-a"));

        Assert.Contains("state=poster-a", (await _page.GetAsync(Page)).Html, StringComparison.Ordinal);
        Assert.Contains(_simulator.Services.GetRequiredService<DeliveryLog>().Latest(null, null, 10), delivery => delivery.Event == "change_external_contact");
    }
}
