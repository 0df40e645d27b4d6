namespace Hongyan.Simulator.Media;

/// <summary>What a file is, by its first bytes; what it is called does not count.</summary>
/// <param name="Name">jpg, png, gif, amr, speex, mp3, wav, mp4.</param>
/// <param name="Kind">What members use it for.</param>
/// <param name="ContentType">As a browser wants it.</param>
public sealed record MediaFormat(string Name, MediaKind Kind, string ContentType)
{
    private static readonly MediaFormat Jpg = new("jpg", MediaKind.Image, "image/jpeg");
    private static readonly MediaFormat Png = new("png", MediaKind.Image, "image/png");
    private static readonly MediaFormat Gif = new("gif", MediaKind.Image, "image/gif");
    private static readonly MediaFormat Amr = new("amr", MediaKind.Voice, "audio/amr");
    private static readonly MediaFormat Speex = new("speex", MediaKind.Voice, "audio/speex");
    private static readonly MediaFormat Mp3 = new("mp3", MediaKind.Voice, "audio/mpeg");
    private static readonly MediaFormat Wav = new("wav", MediaKind.Voice, "audio/wav");
    private static readonly MediaFormat Mp4 = new("mp4", MediaKind.Video, "video/mp4");

    /// <summary>Whether the platform takes it for an upload of this kind: JPG or PNG, AMR, MP4, anything.</summary>
    public bool FitsUpload(MediaKind kind) => kind switch
    {
        MediaKind.Image => this == Jpg || this == Png,
        MediaKind.Voice => this == Amr,
        MediaKind.Video => this == Mp4,
        _ => true,
    };

    /// <summary>The format, or null when it is none that a browser can show or play.</summary>
    public static MediaFormat? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => Amr,
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => Mp3,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] when file[..Math.Min(64, file.Length)].IndexOf("Speex   "u8) > 0 => Speex,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4,
        _ => null,
    };
}
