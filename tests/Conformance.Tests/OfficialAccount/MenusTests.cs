using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class MenusTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly AccountMenu Everybody = new(AccountMenuButton.Click("帮助", "help"), AccountMenuButton.View("网页", "https://example.com/all"));
    private static readonly AccountMenu Parents = new(AccountMenuButton.View("成绩", "https://example.com/grades"), AccountMenuButton.Click("请假", "leave"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountMenus Menus => platform.Account.Menus;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<int> CreateTagAsync(params string[] openIds)
    {
        var tag = await platform.Account.Tags.CreateAsync("家长", Cancellation);
        await platform.Account.Tags.AddAsync(tag.Id, openIds, Cancellation);
        return tag.Id;
    }

    [Fact]
    public async Task SetAsync_EveryKind_ComesBackAsItWas()
    {
        var menu = new AccountMenu(
            AccountMenuButton.Group(
                "服务", AccountMenuButton.Click("帮助", "help"), AccountMenuButton.View("网页", "https://example.com"),
                AccountMenuButton.MiniProgram("小程序", "wx0123456789abcdef", "pages/index", "https://example.com"), AccountMenuButton.Material("校歌", "media-1"),
                AccountMenuButton.Article("通知", "article-1")),
            AccountMenuButton.Group(
                "扫码拍照", AccountMenuButton.Scan("扫码", "scan"), AccountMenuButton.ScanAndWait("扫码等", "wait"), AccountMenuButton.TakePhoto("拍照", "photo"),
                AccountMenuButton.TakeOrPickPhoto("拍或选", "either"), AccountMenuButton.PickPhoto("选图", "pick")),
            AccountMenuButton.PickLocation("发位置", "where"));

        await Menus.SetAsync(menu, Cancellation);

        var read = await Menus.GetAsync(Cancellation);
        Assert.Empty(read.Conditional);
        Assert.Equal(["服务", "扫码拍照", "发位置"], read.Menu.Buttons.Select(button => button.Name));
        Assert.Equal(menu.Buttons[0].Buttons!.Select(Flat), read.Menu.Buttons[0].Buttons!.Select(Flat));
        Assert.Equal(menu.Buttons[1].Buttons!.Select(Flat), read.Menu.Buttons[1].Buttons!.Select(Flat));

        static AccountMenuButton Flat(AccountMenuButton button) => button with { Buttons = null };
    }

    [Fact]
    public async Task SetAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Menus.SetAsync(Everybody, Cancellation));
    }

    [Fact]
    public async Task SetAsync_PageThatIsNone_IsRefusedWith40055() =>
        await RefusedAsync(40055, () => Menus.SetAsync(new AccountMenu(AccountMenuButton.View("网页", "example.com")), Cancellation));

    [Fact]
    public async Task GetAsync_WithConditional_HasItsRule()
    {
        await Menus.SetAsync(Everybody, Cancellation);
        var tag = await CreateTagAsync(Xiaoman);
        var id = await Menus.AddConditionalAsync(Parents, new MenuRule { TagId = tag, Device = FollowerDevice.Ios }, Cancellation);

        var conditional = Assert.Single((await Menus.GetAsync(Cancellation)).Conditional);

        Assert.Equal((id, tag, FollowerDevice.Ios), (conditional.Id, conditional.Rule.TagId, conditional.Rule.Device));
        Assert.Equal("成绩", conditional.Buttons[0].Name);
    }

    [Fact]
    public async Task GetAsync_NoMenu_IsRefusedWith46003()
    {
        await Menus.DeleteAsync(Cancellation);

        await RefusedAsync(46003, () => Menus.GetAsync(Cancellation));
    }

    [Fact]
    public async Task GetCurrentAsync_Unverified_IsToldAllTheSame()
    {
        await platform.UnverifyAsync();

        var current = await Menus.GetCurrentAsync(Cancellation);

        Assert.True(current.IsOpen);
        Assert.Equal(("帮助", "click", "help"), current.Buttons[0].Buttons[0] is var button ? (button.Name, button.Type, button.Key) : default);
    }

    [Fact]
    public async Task GetCurrentAsync_Busy_IsRefusedWithTheCode()
    {
        await platform.FaultAsync("/cgi-bin/get_current_selfmenu_info", 45011);

        await RefusedAsync(45011, () => Menus.GetCurrentAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_WithConditional_RemovesAll()
    {
        await Menus.SetAsync(Everybody, Cancellation);
        await Menus.AddConditionalAsync(Parents, new MenuRule { Device = FollowerDevice.Android }, Cancellation);

        await Menus.DeleteAsync(Cancellation);

        Assert.False((await Menus.GetCurrentAsync(Cancellation)).IsOpen);
        Assert.Empty((await Menus.MatchAsync(Xiaoman, Cancellation)).Buttons);
    }

    [Fact]
    public async Task DeleteAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Menus.DeleteAsync(Cancellation));
    }

    [Fact]
    public async Task AddConditionalAsync_ForATag_IsSeenAndUsedByThoseWhoHaveIt()
    {
        await Menus.SetAsync(Everybody, Cancellation);
        var id = await Menus.AddConditionalAsync(Parents, new MenuRule { TagId = await CreateTagAsync(Xiaoman) }, Cancellation);

        await platform.ActAsync("taps", new { name = "成绩" });

        var said = (await platform.ControlAsync(HttpMethod.Get, $"/sim/official-accounts/oa/people/{Xiaoman}/conversation"))!.AsArray();
        var tapped = said.Last(entry => (string?)entry!["type"] == "event")!["details"]!;
        Assert.Equal(("VIEW", "https://example.com/grades", $"{id}"), ((string?)tapped["event"], (string?)tapped["eventKey"], (string?)tapped["menuId"]));
        var page = await platform.Control.GetStringAsync(new Uri($"/official-account/oa/{Xiaoman}", UriKind.Relative), Cancellation);
        Assert.Contains("成绩", page, StringComparison.Ordinal);
        var others = await platform.Control.GetStringAsync(new Uri($"/official-account/oa/{Zhouran}", UriKind.Relative), Cancellation);
        Assert.DoesNotContain("成绩", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddConditionalAsync_NoMenuForEverybody_IsRefusedWith65303()
    {
        await Menus.DeleteAsync(Cancellation);

        await RefusedAsync(65303, () => Menus.AddConditionalAsync(Parents, new MenuRule { Device = FollowerDevice.Ios }, Cancellation));
    }

    [Fact]
    public async Task AddConditionalAsync_RuleOfNothing_IsNotSent() =>
        await Assert.ThrowsAsync<FieldLimitException>(() => Menus.AddConditionalAsync(Parents, new MenuRule(), Cancellation));

    [Fact]
    public async Task DeleteConditionalAsync_TheLast_LetsTheOneBeforeBeSeen()
    {
        await Menus.SetAsync(Everybody, Cancellation);
        var rule = new MenuRule { Device = FollowerDevice.Android };
        await Menus.AddConditionalAsync(Parents, rule, Cancellation);
        var last = await Menus.AddConditionalAsync(new AccountMenu(AccountMenuButton.Click("最后", "last")), rule, Cancellation);
        Assert.Equal("最后", (await Menus.MatchAsync(Xiaoman, Cancellation)).Buttons[0].Name);

        await Menus.DeleteConditionalAsync(last, Cancellation);

        Assert.Equal("成绩", (await Menus.MatchAsync(Xiaoman, Cancellation)).Buttons[0].Name);
    }

    [Fact]
    public async Task DeleteConditionalAsync_Unknown_IsRefusedWith65301() => await RefusedAsync(65301, () => Menus.DeleteConditionalAsync(1, Cancellation));

    [Fact]
    public async Task MatchAsync_OtherDevice_IsTheMenuForEverybody()
    {
        await Menus.SetAsync(Everybody, Cancellation);
        await Menus.AddConditionalAsync(Parents, new MenuRule { Device = FollowerDevice.Ios }, Cancellation);
        Assert.Equal("帮助", (await Menus.MatchAsync(Xiaoman, Cancellation)).Buttons[0].Name);

        await platform.ControlAsync(HttpMethod.Patch, $"/sim/official-accounts/oa/people/{Xiaoman}", new { device = "ios" });

        Assert.Equal("成绩", (await Menus.MatchAsync(Xiaoman, Cancellation)).Buttons[0].Name);
    }

    [Theory]
    [InlineData(Nobody, 65302)]
    [InlineData(Sunyue, 65315)]
    public async Task MatchAsync_NoFollower_IsRefused(string openId, int code) => await RefusedAsync(code, () => Menus.MatchAsync(openId, Cancellation));
}
