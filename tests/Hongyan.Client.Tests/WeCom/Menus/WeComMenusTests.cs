using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.Menus;

public sealed class WeComMenusTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComMenus Menus => _test.Client.Menus;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task SetAsync_EveryKind_IsWrittenAsThePlatformSpellsIt()
    {
        _test.Platform.Answer("""{"errcode":0}""");

        await Menus.SetAsync(
            new Menu(
                MenuButton.Click("成绩", "grades"),
                MenuButton.Group("拍", MenuButton.TakePhoto("拍照", "p"), MenuButton.TakeOrPickPhoto("拍或选", "q"), MenuButton.PickPhoto("选", "a"), MenuButton.Scan("扫", "s"), MenuButton.ScanAndWait("扫等", "w")),
                MenuButton.Group("去", MenuButton.View("网页", "https://e.com"), MenuButton.MiniProgram("小程序", "wx1", "pages/i"), MenuButton.PickLocation("在哪", "l"))),
            Cancellation);

        Assert.Equal("1000002", _test.Platform.Calls[0].Query("agentid"));
        Assert.Equal(
            """{"button":[{"name":"成绩","type":"click","key":"grades"},{"name":"拍","sub_button":[{"name":"拍照","type":"pic_sysphoto","key":"p"},"""
            + """{"name":"拍或选","type":"pic_photo_or_album","key":"q"},{"name":"选","type":"pic_weixin","key":"a"},{"name":"扫","type":"scancode_push","key":"s"},"""
            + """{"name":"扫等","type":"scancode_waitmsg","key":"w"}]},{"name":"去","sub_button":[{"name":"网页","type":"view","url":"https://e.com"},"""
            + """{"name":"小程序","type":"view_miniprogram","pagepath":"pages/i","appid":"wx1"},{"name":"在哪","type":"location_select","key":"l"}]}]}""",
            _test.Platform.Calls[0].Text);
    }

    [Fact]
    public async Task GetAsync_WhatWasSet_CanBeSetAgain()
    {
        _test.Platform.Answer("""{"errcode":0,"button":[{"type":"click","name":"a","key":"k","sub_button":[]},{"name":"b","sub_button":[{"type":"view","name":"c","url":"http://u","sub_button":[]}]}]}""");
        _test.Platform.Answer("""{"errcode":0}""");

        var menu = await Menus.GetAsync(Cancellation);
        await Menus.SetAsync(menu, Cancellation);

        Assert.Equal(2, menu.Buttons.Count);
        Assert.Equal(2, _test.Platform.Calls.Count);
    }

    public static TheoryData<Menu, string, double> WrongMenus => new()
    {
        { new Menu(), "Menu.Buttons", 1 },
        { new Menu([.. Enumerable.Repeat(MenuButton.Click("a", "k"), 4)]), "Menu.Buttons", 3 },
        { new Menu(MenuButton.Click("一二三四五六", "k")), "Menu.Buttons[0].Name", 16 },
        { new Menu(MenuButton.Click("a", "")), "Menu.Buttons[0].Key", 1 },
        { new Menu(MenuButton.Click("a", new string('k', 129))), "Menu.Buttons[0].Key", 128 },
        { new Menu(MenuButton.View("a", "https://" + new string('u', 1020))), "Menu.Buttons[0].Url", 1024 },
        { new Menu(new MenuButton { Name = "a" }), "Menu.Buttons[0].Type", 1 },
        { new Menu(MenuButton.Group("a", [.. Enumerable.Repeat(MenuButton.Click("b", "k"), 6)])), "Menu.Buttons[0].Buttons", 5 },
        { new Menu(MenuButton.Group("a", MenuButton.Click(new string('b', 41), "k"))), "Menu.Buttons[0].Buttons[0].Name", 40 },
        { new Menu(MenuButton.Group("a", MenuButton.Group("b", MenuButton.Click("c", "k")))), "Menu.Buttons[0].Buttons[0].Buttons", 0 },
    };

    [Theory]
    [MemberData(nameof(WrongMenus), DisableDiscoveryEnumeration = true)]
    public async Task SetAsync_FieldOutOfItsLimit_SendsNothing(Menu menu, string field, double limit)
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Menus.SetAsync(menu, Cancellation));

        Assert.Equal((field, limit), (refusal.Field, refusal.Limit));
        Assert.Empty(_test.Platform.Calls);
    }
}
