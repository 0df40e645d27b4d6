namespace Hongyan.Simulator.Media;

/// <summary>How large a media file may be. All are larger than five bytes.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90253.</remarks>
internal static class MediaLimit
{
    /// <summary>Files of this size or smaller are refused.</summary>
    public const int TooSmall = 5;

    /// <summary>Seconds of a voice.</summary>
    public const int VoiceSeconds = 60;

    /// <summary>Bytes of a picture that pages show (uploadimg).</summary>
    public const int PagePicture = 2 * Megabyte;

    /// <summary>Bytes of the largest file of any kind.</summary>
    public const int Largest = 20 * Megabyte;

    private const int Megabyte = 1024 * 1024;

    /// <summary>Bytes at most.</summary>
    public static int Of(MediaKind kind) => kind switch
    {
        MediaKind.Image => 10 * Megabyte,
        MediaKind.Voice => 2 * Megabyte,
        MediaKind.Video => 10 * Megabyte,
        _ => Largest,
    };
}
