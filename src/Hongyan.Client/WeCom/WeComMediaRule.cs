namespace Hongyan.WeCom;

/// <summary>What WeCom takes as one type of media, and how that is checked before it is sent.</summary>
internal sealed class WeComMediaRule
{
    /// <summary>So many bytes from the start of a file tell its kind.</summary>
    public const int BytesToPeek = 12;

    private const string MediaPage = "https://developer.work.weixin.qq.com/document/path/90253";
    private const string PicturePage = "https://developer.work.weixin.qq.com/document/path/90256";
    private const int MinBytes = 6;
    private const int Megabyte = 1024 * 1024;

    private static readonly WeComMediaRule Image = new(MediaType.Image, "image", 10 * Megabyte, "JPG or PNG", PictureType);
    private static readonly WeComMediaRule Voice = new(MediaType.Voice, "voice", 2 * Megabyte, "AMR", VoiceType);
    private static readonly WeComMediaRule Video = new(MediaType.Video, "video", 10 * Megabyte, "MP4", VideoType);
    private static readonly WeComMediaRule File = new(MediaType.File, "file", 20 * Megabyte, "anything", _ => "application/octet-stream");

    /// <summary>A picture on a page, which stays.</summary>
    public static readonly WeComMediaRule PagePicture = new(MediaType.Image, "image", 2 * Megabyte, "JPG or PNG", PictureType, PicturePage);

    private readonly MediaType _type;
    private readonly string _formats;
    private readonly string _page;
    private readonly Func<ReadOnlySpan<byte>, string?> _contentType;

    private WeComMediaRule(MediaType type, string wireName, int maxBytes, string formats, Func<ReadOnlySpan<byte>, string?> contentType, string page = MediaPage)
    {
        _type = type;
        WireName = wireName;
        MaxBytes = maxBytes;
        _formats = formats;
        _contentType = contentType;
        _page = page;
    }

    /// <summary>The value of <c>type</c> in the query.</summary>
    public string WireName { get; }

    /// <summary>The largest file that is taken.</summary>
    public int MaxBytes { get; }

    public static WeComMediaRule Of(MediaType type) => type switch
    {
        MediaType.Image => Image,
        MediaType.Voice => Voice,
        MediaType.Video => Video,
        MediaType.File => File,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of media."),
    };

    /// <param name="bytes">The file's length. One that stopped being counted at the limit is just above it.</param>
    public void CheckSize(long bytes)
    {
        if (bytes > MaxBytes)
        {
            throw new MediaLimitException(_type.ToString(), MaxBytes, bytes,
                $"The {WireName} has {bytes} bytes or more; WeCom takes at most {MaxBytes} ({MaxBytes / Megabyte} MB) ({_page}).");
        }
        if (bytes < MinBytes)
        {
            throw new MediaLimitException(_type.ToString(), MinBytes, bytes,
                $"The {WireName} has {bytes} bytes; WeCom takes no file of fewer than {MinBytes} ({_page}).");
        }
    }

    /// <summary>The Content-Type of a file with this start.</summary>
    public string CheckFormat(ReadOnlySpan<byte> start) =>
        _contentType(start) ?? throw new MediaFormatException(_type.ToString(), _formats,
            $"The file starts with {Convert.ToHexString(start)}, so it is not {_formats}; WeCom takes nothing else as {WireName} ({_page}). "
            + "Convert it, or send it as MediaType.File.");

    private static string? PictureType(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;

    private static string? VoiceType(ReadOnlySpan<byte> start) => start.StartsWith("#!AMR"u8) ? "audio/amr" : null;

    /// <summary>An MP4 begins with a box of type ftyp, behind the four bytes of that box's length.</summary>
    private static string? VideoType(ReadOnlySpan<byte> start) => start.Length >= 8 && start[4..8].SequenceEqual("ftyp"u8) ? "video/mp4" : null;
}
