namespace Hongyan.Simulator.Media;

/// <summary>How long an AMR voice is.</summary>
/// <remarks>Source: RFC 4867, section 5: after the header, frames of 20 milliseconds whose first byte tells their size.</remarks>
internal static class AmrDuration
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);
    private static readonly byte[] NarrowBand = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
    private static readonly byte[] WideBand = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1];

    /// <summary>The duration; zero when it is no AMR.</summary>
    public static TimeSpan Of(ReadOnlySpan<byte> file)
    {
        var (sizes, at) = file.StartsWith("#!AMR\n"u8) ? (NarrowBand, 6) : file.StartsWith("#!AMR-WB\n"u8) ? (WideBand, 9) : ([], file.Length);
        var frames = 0;
        for (; at < file.Length; frames++)
            at += sizes[(file[at] >> 3) & 0x0F];
        return frames * Frame;
    }
}
