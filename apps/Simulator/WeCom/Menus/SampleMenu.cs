namespace Hongyan.Simulator.WeCom;

/// <summary>The menu that the sample apps start with: every type of entry once.</summary>
internal static class SampleMenu
{
    public static AppMenu Menu { get; } = new(
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
