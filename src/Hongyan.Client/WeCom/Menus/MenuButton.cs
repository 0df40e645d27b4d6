using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A button of an application's menu. Make one by its kind: <see cref="Click"/>, <see cref="View"/>, <see cref="Group"/> and so on.</summary>
public sealed record MenuButton
{
    /// <summary>What stands on it: up to 16 bytes, within a group up to 40. A Chinese character is three bytes.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What it does, as the platform spells it: <c>click</c>, <c>view</c>, …; null for a group.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>What its event carries (EventKey): up to 128 bytes.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    /// <summary>The page that it opens: up to 1024 bytes.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The page of the mini program that it opens.</summary>
    [JsonPropertyName("pagepath")]
    public string? MiniProgramPage { get; init; }

    /// <summary>The mini program that it opens.</summary>
    [JsonPropertyName("appid")]
    public string? MiniProgramAppId { get; init; }

    /// <summary>The buttons of a group: up to five.</summary>
    [JsonPropertyName("sub_button")]
    public IReadOnlyList<MenuButton>? Buttons { get; init; }

    /// <summary>Sends an event to the application: <c>bot.OnMenuClick(key, …)</c>.</summary>
    public static MenuButton Click(string name, string key) => WithKey(name, "click", key);

    /// <summary>Opens a web page.</summary>
    public static MenuButton View(string name, string url) => new() { Name = name, Type = "view", Url = url };

    /// <summary>Opens a mini program.</summary>
    public static MenuButton MiniProgram(string name, string appId, string page) =>
        new() { Name = name, Type = "view_miniprogram", MiniProgramAppId = appId, MiniProgramPage = page };

    /// <summary>Opens the scanner, shows what was scanned, and sends it as an event.</summary>
    public static MenuButton Scan(string name, string key) => WithKey(name, "scancode_push", key);

    /// <summary>Opens the scanner and sends what was scanned as an event; the member waits for the application's answer.</summary>
    public static MenuButton ScanAndWait(string name, string key) => WithKey(name, "scancode_waitmsg", key);

    /// <summary>Opens the camera and sends the picture.</summary>
    public static MenuButton TakePhoto(string name, string key) => WithKey(name, "pic_sysphoto", key);

    /// <summary>Lets the member choose between camera and album, and sends the pictures.</summary>
    public static MenuButton TakeOrPickPhoto(string name, string key) => WithKey(name, "pic_photo_or_album", key);

    /// <summary>Opens the album and sends the pictures.</summary>
    public static MenuButton PickPhoto(string name, string key) => WithKey(name, "pic_weixin", key);

    /// <summary>Lets the member choose a place and sends it.</summary>
    public static MenuButton PickLocation(string name, string key) => WithKey(name, "location_select", key);

    /// <summary>Opens up to five other buttons.</summary>
    public static MenuButton Group(string name, params IReadOnlyList<MenuButton> buttons) => new() { Name = name, Buttons = buttons };

    private static MenuButton WithKey(string name, string type, string key) => new() { Name = name, Type = type, Key = key };
}
