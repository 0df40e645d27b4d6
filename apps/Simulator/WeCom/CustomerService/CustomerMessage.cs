using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>A message that a customer or a servicer sends. Which fields count depends on the type; media that is left out is a sample.</summary>
public sealed record CustomerMessage
{
    /// <summary>The types there are.</summary>
    public static IReadOnlyList<string> Types { get; } = ["text", "image", "voice", "video", "file", "location", "link", "business_card", "miniprogram"];

    /// <summary>msgtype: text, image, voice, video, file, location, link, business_card or miniprogram.</summary>
    public string Type { get; init; } = "text";

    /// <summary>text: what is written, at most 2048 bytes of UTF-8.</summary>
    public string? Content { get; init; }

    /// <summary>text: id of the menu item that was chosen.</summary>
    public string? MenuId { get; init; }

    /// <summary>image, voice, video, file: id of the media file.</summary>
    public string? MediaId { get; init; }

    /// <summary>location: degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>location: degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>location: what the place is called.</summary>
    public string? Name { get; init; }

    /// <summary>location: its address.</summary>
    public string? Address { get; init; }

    /// <summary>link, miniprogram: title.</summary>
    public string? Title { get; init; }

    /// <summary>link: description.</summary>
    public string? Description { get; init; }

    /// <summary>link: address of the page.</summary>
    public string? Url { get; init; }

    /// <summary>business_card: UserID of the member.</summary>
    public string? UserId { get; init; }

    /// <summary>miniprogram: app id.</summary>
    public string? AppId { get; init; }

    /// <summary>miniprogram: the page it opens on.</summary>
    public string? PagePath { get; init; }

    /// <summary>The object that sync_msg has under the type's name.</summary>
    internal JsonObject ToContent(SampleMedia samples)
    {
        switch (Type)
        {
            case "text":
                return MenuId is null ? new() { ["content"] = Content } : new() { ["content"] = Content, ["menu_id"] = MenuId };
            case "image":
                return Media(samples, MediaKind.Image);
            case "voice":
                return Media(samples, MediaKind.Voice);
            case "video":
                return Media(samples, MediaKind.Video);
            case "file":
                // Any file will do, and a picture is one.
                return Media(samples, MediaKind.Image);
            case "location":
                return new()
                {
                    ["latitude"] = Latitude ?? 23.1291, ["longitude"] = Longitude ?? 113.2644, ["name"] = Name ?? "人民公园", ["address"] = Address ?? "广州市越秀区府前路1号",
                };
            case "link":
                return new() { ["title"] = Title ?? "鸿雁", ["desc"] = Description ?? "", ["url"] = Url ?? "https://example.com/", ["pic_url"] = "" };
            case "business_card":
                return new() { ["userid"] = UserId ?? "zhaomin" };
            default:
                return new()
                {
                    ["title"] = Title ?? "小程序", ["appid"] = AppId ?? "wx0123456789abcdef", ["pagepath"] = PagePath ?? "pages/index",
                    ["thumb_media_id"] = MediaId ?? samples.Get(MediaKind.Image).MediaId,
                };
        }
    }

    private JsonObject Media(SampleMedia samples, MediaKind kind) => new() { ["media_id"] = MediaId ?? samples.Get(kind).MediaId };
}
