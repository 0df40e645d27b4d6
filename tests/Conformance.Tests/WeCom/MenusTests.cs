using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;
using Menu = Hongyan.WeCom.Menu;
using MenuButton = Hongyan.WeCom.MenuButton;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class MenusTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComMenus Menus => platform.Client.Menus;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RefusedAsync(int code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    [Fact]
    public async Task SetAsync_Menu_IsTheOneOnTheChatPage()
    {
        await Menus.SetAsync(new Menu(MenuButton.Click("成绩", "grades"), MenuButton.Group("更多", MenuButton.View("主页", "https://example.com"))), Cancellation);

        var shown = await platform.ControlAsync(HttpMethod.Get, "/sim/apps/demo/menu");
        Assert.Equal("grades", (string?)shown!["button"]![0]!["key"]);
        var read = await Menus.GetAsync(Cancellation);
        Assert.Equal(("成绩", "https://example.com"), (read.Buttons[0].Name, read.Buttons[1].Buttons![0].Url));
    }

    [Fact]
    public async Task SetAsync_WhatGetAsyncGave_IsTaken() => await Menus.SetAsync(await Menus.GetAsync(Cancellation), Cancellation);

    [Fact]
    public async Task SetAsync_AddressThatIsNone_IsRefusedWith40055() =>
        await RefusedAsync(40055, () => Menus.SetAsync(new Menu(MenuButton.View("主页", "example.com")), Cancellation));

    [Fact]
    public async Task GetAsync_Deleted_IsRefusedWith46003()
    {
        await Menus.DeleteAsync(Cancellation);

        await RefusedAsync(46003, () => Menus.GetAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_MenuOfAnotherApp_IsRefusedWith301002() =>
        await RefusedAsync(301002, () => platform.ClientOf(SampleApps.Demo, SampleApps.Echo.Secret).Menus.DeleteAsync(Cancellation));
}
