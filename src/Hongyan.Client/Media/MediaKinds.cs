namespace Hongyan.Media;

/// <summary>Tells the Content-Type of a file by its first bytes; null for what it is not.</summary>
internal static class MediaKinds
{
    public static string? Jpeg(ReadOnlySpan<byte> start) => start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null;

    public static string? JpegOrPng(ReadOnlySpan<byte> start) =>
        Jpeg(start) ?? (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png" : null);

    public static string? Gif(ReadOnlySpan<byte> start) => start.StartsWith("GIF8"u8) ? "image/gif" : null;

    public static string? Bmp(ReadOnlySpan<byte> start) => start.StartsWith("BM"u8) ? "image/bmp" : null;

    public static string? Wav(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WAVE"u8) ? "audio/wav" : null;

    public static string? Wma(ReadOnlySpan<byte> start) => start.StartsWith<byte>([0x30, 0x26, 0xB2, 0x75]) ? "audio/x-ms-wma" : null;

    public static string? Amr(ReadOnlySpan<byte> start) => start.StartsWith("#!AMR"u8) ? "audio/amr" : null;

    /// <summary>An MP3 begins with its tag, or with a frame: eleven bits set, and layer III.</summary>
    public static string? Mp3(ReadOnlySpan<byte> start) =>
        start.StartsWith("ID3"u8) || start is [0xFF, var second, ..] && (second & 0xE6) == 0xE2 ? "audio/mpeg" : null;

    /// <summary>An MP4 begins with a box of type ftyp, behind the four bytes of that box's length.</summary>
    public static string? Mp4(ReadOnlySpan<byte> start) => start.Length >= 8 && start[4..8].SequenceEqual("ftyp"u8) ? "video/mp4" : null;
}
