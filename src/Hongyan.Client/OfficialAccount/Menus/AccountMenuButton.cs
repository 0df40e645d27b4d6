using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>A button of the account's menu. Make one by its kind: <see cref="Click"/>, <see cref="View"/>, <see cref="Group"/> and so on.</summary>
public sealed record AccountMenuButton
{
    /// <summary>What stands on it: up to 16 bytes, within a group up to 60. A Chinese character is three bytes; phones show four or seven of them.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What it does, as the platform spells it: <c>click</c>, <c>view</c>, …; null for a group.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>What its event carries (EventKey): up to 128 bytes.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    /// <summary>The page that it opens, up to 1024 bytes; of a mini program, the page for clients that are too old for it.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The material that it shows.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>The published article that it shows.</summary>
    [JsonPropertyName("article_id")]
    public string? ArticleId { get; init; }

    /// <summary>The mini program that it opens; it must be linked to the account.</summary>
    [JsonPropertyName("appid")]
    public string? MiniProgramAppId { get; init; }

    /// <summary>The page of the mini program that it opens.</summary>
    [JsonPropertyName("pagepath")]
    public string? MiniProgramPage { get; init; }

    /// <summary>The buttons of a group: up to five.</summary>
    [JsonPropertyName("sub_button")]
    public IReadOnlyList<AccountMenuButton>? Buttons { get; init; }

    /// <summary>Sends an event to the bot: <c>bot.OnMenuClick(key, …)</c>.</summary>
    public static AccountMenuButton Click(string name, string key) => WithKey(name, "click", key);

    /// <summary>Opens a web page.</summary>
    public static AccountMenuButton View(string name, string url) => new() { Name = name, Type = "view", Url = url };

    /// <summary>Opens a mini program, or <paramref name="url"/> on clients that are too old for it.</summary>
    public static AccountMenuButton MiniProgram(string name, string appId, string page, string url) =>
        new() { Name = name, Type = "miniprogram", MiniProgramAppId = appId, MiniProgramPage = page, Url = url };

    /// <summary>Opens the scanner, shows what was scanned, and sends it as an event.</summary>
    public static AccountMenuButton Scan(string name, string key) => WithKey(name, "scancode_push", key);

    /// <summary>Opens the scanner and sends what was scanned as an event; the follower waits for the bot's answer.</summary>
    public static AccountMenuButton ScanAndWait(string name, string key) => WithKey(name, "scancode_waitmsg", key);

    /// <summary>Opens the camera and sends the picture.</summary>
    public static AccountMenuButton TakePhoto(string name, string key) => WithKey(name, "pic_sysphoto", key);

    /// <summary>Lets the follower choose between camera and album, and sends the pictures.</summary>
    public static AccountMenuButton TakeOrPickPhoto(string name, string key) => WithKey(name, "pic_photo_or_album", key);

    /// <summary>Opens the album and sends the pictures.</summary>
    public static AccountMenuButton PickPhoto(string name, string key) => WithKey(name, "pic_weixin", key);

    /// <summary>Lets the follower choose a place and sends it.</summary>
    public static AccountMenuButton PickLocation(string name, string key) => WithKey(name, "location_select", key);

    /// <summary>Shows a permanent material: a picture, voice or video. The bot is not told.</summary>
    public static AccountMenuButton Material(string name, string mediaId) => new() { Name = name, Type = "media_id", MediaId = mediaId };

    /// <summary>Shows a published article as a card. The bot is not told.</summary>
    public static AccountMenuButton Article(string name, string articleId) => new() { Name = name, Type = "article_id", ArticleId = articleId };

    /// <summary>Opens a published article. The bot is not told.</summary>
    public static AccountMenuButton OpenArticle(string name, string articleId) => new() { Name = name, Type = "article_view_limited", ArticleId = articleId };

    /// <summary>Opens up to five other buttons.</summary>
    public static AccountMenuButton Group(string name, params IReadOnlyList<AccountMenuButton> buttons) => new() { Name = name, Buttons = buttons };

    private static AccountMenuButton WithKey(string name, string type, string key) => new() { Name = name, Type = type, Key = key };
}
