using System.Text.Json.Serialization;

namespace Hongyan.Simulator.Menus;

/// <summary>An entry of an app's menu, in the platform's own JSON. With sub-entries it only opens them.</summary>
public sealed record MenuButton
{
    /// <summary>What stands on it.</summary>
    public string Name { get; init; } = "";

    /// <summary>click, view, scancode_push, scancode_waitmsg, pic_sysphoto, pic_photo_or_album, pic_weixin, location_select, view_miniprogram.</summary>
    public string? Type { get; init; }

    /// <summary>EventKey of the event; every type but view and view_miniprogram has one.</summary>
    public string? Key { get; init; }

    /// <summary>view: address of the page.</summary>
    public string? Url { get; init; }

    /// <summary>view_miniprogram: page of the mini program.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    /// <summary>view_miniprogram: the mini program.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>The entries that it opens.</summary>
    [JsonPropertyName("sub_button")]
    public IReadOnlyList<MenuButton>? SubButtons { get; init; }

    /// <summary>Whether it opens others.</summary>
    [JsonIgnore]
    public bool IsParent => SubButtons is { Count: > 0 };
}
