using Hongyan.Media;

namespace Hongyan.OfficialAccount;

/// <summary>What an Official Account takes as permanent material, and as a picture of an article.</summary>
internal static class PermanentMaterialRule
{
    private const string Page = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html";

    /// <summary>A picture of an article.</summary>
    public static readonly MediaRule ArticlePicture = New("ArticlePicture", "image", MediaRule.Megabyte - 1, "JPG or PNG", MediaKinds.JpegOrPng);

    private static readonly MediaRule Image = New(
        nameof(MaterialType.Image), "image", 10 * MediaRule.Megabyte, "JPG, PNG, GIF or BMP",
        start => MediaKinds.JpegOrPng(start) ?? MediaKinds.Gif(start) ?? MediaKinds.Bmp(start));

    private static readonly MediaRule Voice = New(
        nameof(MaterialType.Voice), "voice", 2 * MediaRule.Megabyte, "AMR, MP3, WAV or WMA",
        start => MediaKinds.Amr(start) ?? MediaKinds.Mp3(start) ?? MediaKinds.Wav(start) ?? MediaKinds.Wma(start));

    private static readonly MediaRule Video = New(nameof(MaterialType.Video), "video", 10 * MediaRule.Megabyte, "MP4", MediaKinds.Mp4);
    private static readonly MediaRule Thumb = New(nameof(MaterialType.Thumb), "thumb", 64 * 1024, "JPG", MediaKinds.Jpeg);

    public static MediaRule Of(MaterialType type) => type switch
    {
        MaterialType.Image => Image,
        MaterialType.Voice => Voice,
        MaterialType.Video => Video,
        MaterialType.Thumb => Thumb,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of material."),
    };

    private static MediaRule New(string type, string wireName, int maxBytes, string formats, Func<ReadOnlySpan<byte>, string?> contentType) =>
        new(type, wireName, maxBytes, formats, contentType) { Platform = "the platform", Page = Page };
}
