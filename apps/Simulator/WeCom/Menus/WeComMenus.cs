namespace Hongyan.Simulator.WeCom;

/// <summary>What 企业微信 asks of a menu, and the one that the sample apps start with.</summary>
internal static class WeComMenus
{
    private static readonly string[] Key = ["key"];

    /// <summary>The rules.</summary>
    /// <remarks>Source: developer.work.weixin.qq.com/document/path/90231.</remarks>
    public static MenuRules Rules { get; } = new(MaxSubNameBytes: 40, new Dictionary<string, string[]>
    {
        ["click"] = Key, ["scancode_push"] = Key, ["scancode_waitmsg"] = Key, ["pic_sysphoto"] = Key, ["pic_photo_or_album"] = Key,
        ["pic_weixin"] = Key, ["location_select"] = Key, ["view"] = ["url"], ["view_miniprogram"] = ["pagepath"],
    });

    /// <summary>Every type of entry once.</summary>
    public static AppMenu Sample { get; } = new(
    [
        new()
        {
            Name = "助手",
            SubButtons =
            [
                new() { Name = "帮助", Type = "click", Key = "help" },
                new() { Name = "计数", Type = "click", Key = "count" },
                new() { Name = "网页", Type = "view", Url = "https://example.com/menu" },
                new() { Name = "小程序", Type = "view_miniprogram", AppId = "wx0123456789abcdef", PagePath = "pages/index" },
            ],
        },
        new()
        {
            Name = "扫码拍照",
            SubButtons =
            [
                new() { Name = "扫码", Type = "scancode_push", Key = "scan" },
                new() { Name = "扫码等结果", Type = "scancode_waitmsg", Key = "scan_wait" },
                new() { Name = "拍照", Type = "pic_sysphoto", Key = "photo" },
                new() { Name = "拍照或相册", Type = "pic_photo_or_album", Key = "photo_or_album" },
                new() { Name = "相册", Type = "pic_weixin", Key = "album" },
            ],
        },
        new() { Name = "发位置", Type = "location_select", Key = "where" },
    ]);
}
