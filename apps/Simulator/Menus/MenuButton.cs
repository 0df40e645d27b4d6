using System.Text.Json.Serialization;

namespace Hongyan.Simulator.Menus;

/// <summary>An entry of a menu, in the platform's own JSON. With sub-entries it only opens them.</summary>
public sealed record MenuButton
{
    /// <summary>What stands on it.</summary>
    public string Name { get; init; } = "";

    /// <summary>click, view, scancode_push, scancode_waitmsg, pic_sysphoto, pic_photo_or_album, pic_weixin, location_select, view_miniprogram; of a 公众号 miniprogram, media_id, view_limited, article_id and article_view_limited too.</summary>
    public string? Type { get; init; }

    /// <summary>EventKey of the event; those that ask the bot have one.</summary>
    public string? Key { get; init; }

    /// <summary>view: address of the page; miniprogram: what opens where mini programs do not.</summary>
    public string? Url { get; init; }

    /// <summary>view_miniprogram, miniprogram: page of the mini program.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    /// <summary>view_miniprogram, miniprogram: the mini program.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>media_id, view_limited: the material. 公众号 alone.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>article_id, article_view_limited: the published article. 公众号 alone.</summary>
    [JsonPropertyName("article_id")]
    public string? ArticleId { get; init; }

    /// <summary>The entries that it opens.</summary>
    [JsonPropertyName("sub_button")]
    public IReadOnlyList<MenuButton>? SubButtons { get; init; }

    /// <summary>Whether it opens others.</summary>
    [JsonIgnore]
    public bool IsParent => SubButtons is { Count: > 0 };
}
