namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a 公众号 may have as its menu (自定义菜单), and the one that the sample account starts with.</summary>
internal static class AccountMenus
{
    private static readonly string[] Key = ["key"];
    private static readonly string[] Media = ["media_id"];
    private static readonly string[] Article = ["article_id"];

    /// <summary>The rules.</summary>
    /// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html.</remarks>
    public static MenuRules Rules { get; } = new(MaxSubNameBytes: 60, new Dictionary<string, string[]>
    {
        ["click"] = Key, ["view"] = ["url"], ["miniprogram"] = ["url", "appid", "pagepath"], ["scancode_push"] = Key, ["scancode_waitmsg"] = Key,
        ["pic_sysphoto"] = Key, ["pic_photo_or_album"] = Key, ["pic_weixin"] = Key, ["location_select"] = Key,
        ["media_id"] = Media, ["view_limited"] = Media, ["article_id"] = Article, ["article_view_limited"] = Article,
    });

    /// <summary>Every type of entry that needs no material.</summary>
    public static AppMenu Sample { get; } = new(
    [
        new()
        {
            Name = "服务",
            SubButtons =
            [
                new() { Name = "帮助", Type = "click", Key = "help" },
                new() { Name = "网页", Type = "view", Url = "https://example.com/menu" },
                new() { Name = "小程序", Type = "miniprogram", AppId = "wx0123456789abcdef", PagePath = "pages/index", Url = "https://example.com/menu" },
                new() { Name = "图文", Type = "article_id", ArticleId = "sim-article-1" },
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

    /// <summary>The event that an entry causes, which is not always called like its type; null: it causes none.</summary>
    public static string? EventOf(string type) => type switch
    {
        "click" => "CLICK",
        "view" => "VIEW",
        "miniprogram" => "view_miniprogram",
        "media_id" or "view_limited" or "article_id" or "article_view_limited" => null,
        _ => type,
    };
}
