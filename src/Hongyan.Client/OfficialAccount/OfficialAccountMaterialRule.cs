using Hongyan.Media;

namespace Hongyan.OfficialAccount;

/// <summary>What an Official Account takes as temporary material.</summary>
internal static class OfficialAccountMaterialRule
{
    private const string Page = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html";

    private static readonly MediaRule Image =
        New(MaterialType.Image, "image", 10 * MediaRule.Megabyte, "JPG, PNG or GIF", start => MediaKinds.JpegOrPng(start) ?? MediaKinds.Gif(start));

    private static readonly MediaRule Voice =
        New(MaterialType.Voice, "voice", 2 * MediaRule.Megabyte, "AMR or MP3", start => MediaKinds.Amr(start) ?? MediaKinds.Mp3(start));

    private static readonly MediaRule Video = New(MaterialType.Video, "video", 10 * MediaRule.Megabyte, "MP4", MediaKinds.Mp4);
    private static readonly MediaRule Thumb = New(MaterialType.Thumb, "thumb", 64 * 1024, "JPG", MediaKinds.Jpeg);

    public static MediaRule Of(MaterialType type) => type switch
    {
        MaterialType.Image => Image,
        MaterialType.Voice => Voice,
        MaterialType.Video => Video,
        MaterialType.Thumb => Thumb,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of material."),
    };

    private static MediaRule New(MaterialType type, string wireName, int maxBytes, string formats, Func<ReadOnlySpan<byte>, string?> contentType) =>
        new(type.ToString(), wireName, maxBytes, formats, contentType) { Platform = "the platform", Page = Page };
}
