using Hongyan.Media;

namespace Hongyan.WeCom;

/// <summary>What WeCom takes as media.</summary>
internal static class WeComMediaRule
{
    private const string MediaPage = "https://developer.work.weixin.qq.com/document/path/90253";
    private const string PicturePage = "https://developer.work.weixin.qq.com/document/path/90256";

    private static readonly MediaRule Image = New(MediaType.Image, "image", 10, "JPG or PNG", MediaKinds.JpegOrPng);
    private static readonly MediaRule Voice = New(MediaType.Voice, "voice", 2, "AMR", MediaKinds.Amr);
    private static readonly MediaRule Video = New(MediaType.Video, "video", 10, "MP4", MediaKinds.Mp4);
    private static readonly MediaRule File = New(MediaType.File, "file", 20, "anything", _ => "application/octet-stream");

    /// <summary>A picture on a page, which stays.</summary>
    public static readonly MediaRule PagePicture = New(MediaType.Image, "image", 2, "JPG or PNG", MediaKinds.JpegOrPng, PicturePage);

    public static MediaRule Of(MediaType type) => type switch
    {
        MediaType.Image => Image,
        MediaType.Voice => Voice,
        MediaType.Video => Video,
        MediaType.File => File,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of media."),
    };

    private static MediaRule New(
        MediaType type, string wireName, int megabytes, string formats, Func<ReadOnlySpan<byte>, string?> contentType, string page = MediaPage) =>
        new(type.ToString(), wireName, megabytes * MediaRule.Megabyte, formats, contentType)
        {
            Platform = "WeCom",
            Page = page,
            MinBytes = 6,
            Advice = "Convert it, or send it as MediaType.File.",
        };
}
