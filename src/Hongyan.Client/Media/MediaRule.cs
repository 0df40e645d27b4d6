namespace Hongyan.Media;

/// <summary>What a platform takes as one type of media, and how that is checked before it is sent.</summary>
/// <param name="type">The type's name in the library, such as <c>Image</c>.</param>
/// <param name="wireName">The value of <c>type</c> in the query.</param>
/// <param name="maxBytes">The largest file that is taken.</param>
/// <param name="formats">What it may be, as it reads in a sentence.</param>
/// <param name="contentType">The Content-Type of a file by its start; null where the platform does not take it.</param>
internal sealed class MediaRule(string type, string wireName, int maxBytes, string formats, Func<ReadOnlySpan<byte>, string?> contentType)
{
    /// <summary>So many bytes from the start of a file tell its kind.</summary>
    public const int BytesToPeek = 12;

    /// <summary>Bytes in a megabyte, as the platforms count.</summary>
    public const int Megabyte = 1024 * 1024;

    private const int Kilobyte = 1024;

    /// <summary>The platform's name.</summary>
    public required string Platform { get; init; }

    /// <summary>Where the limits are written.</summary>
    public required string Page { get; init; }

    /// <summary>The smallest file that is taken.</summary>
    public int MinBytes { get; init; } = 1;

    /// <summary>What to do with a file of another kind.</summary>
    public string Advice { get; init; } = "Convert it.";

    public string WireName => wireName;

    public int MaxBytes => maxBytes;

    /// <param name="bytes">The file's length. One that stopped being counted at the limit is just above it.</param>
    public void CheckSize(long bytes)
    {
        if (bytes > maxBytes)
        {
            var size = maxBytes < Megabyte ? $"{maxBytes / Kilobyte} KB" : $"{maxBytes / Megabyte} MB";
            throw new MediaLimitException(type, maxBytes, bytes,
                $"The {wireName} has {bytes} bytes or more; {Platform} takes at most {maxBytes} ({size}) ({Page}).");
        }
        if (bytes < MinBytes)
        {
            throw new MediaLimitException(type, MinBytes, bytes,
                $"The {wireName} has {bytes} bytes; {Platform} takes no file of fewer than {MinBytes} ({Page}).");
        }
    }

    /// <summary>The Content-Type of a file with this start.</summary>
    public string CheckFormat(ReadOnlySpan<byte> start) =>
        contentType(start) ?? throw new MediaFormatException(type, formats,
            $"The file starts with {Convert.ToHexString(start)}, so it is not {formats}; {Platform} takes nothing else as {wireName} ({Page}). {Advice}");
}
