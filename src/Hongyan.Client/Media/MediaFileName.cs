using System.Globalization;
using System.Text;

namespace Hongyan.Media;

/// <summary>File names on their way to the platform and back.</summary>
internal static class MediaFileName
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A name that means one file in any folder of any system, and that stays inside the quotes of a header.</summary>
    public static string Sanitize(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '"' => "'",
                '/' or '\\' or ':' or '*' or '?' or '<' or '>' or '|' => "_",
                _ when IsUnprintable(rune) => "_",
                _ => rune.ToString(),
            });
        }
        // "..", and on Windows a name that ends in dots or blanks, would mean something else.
        var trimmed = safe.ToString().Trim().TrimEnd('.', ' ');
        return trimmed.Length == 0 ? "media" : trimmed;
    }

    /// <summary>The name in a Content-Disposition header; null where there is none.</summary>
    /// <remarks>
    /// The platform writes UTF-8 as it is between the quotes, and HttpClient reads headers as Latin-1, so the bytes are taken back first.
    /// </remarks>
    public static string? FromHeader(string? contentDisposition)
    {
        if (contentDisposition is null)
            return null;
        // The name in RFC 5987 form says its encoding itself, so it is the better one where both are there.
        var name = ParameterOf(contentDisposition, "filename*") is { } encoded && Decode5987(encoded) is { } decoded
            ? decoded
            : ParameterOf(contentDisposition, "filename") is { } raw ? Unlatin(raw) : null;
        return string.IsNullOrWhiteSpace(name) ? null : Sanitize(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
    }

    /// <summary>A name for a file that came without.</summary>
    public static string ForType(string contentType) => contentType switch
    {
        "image/jpeg" => "media.jpg",
        "image/png" => "media.png",
        "image/gif" => "media.gif",
        "audio/amr" or "voice/amr" => "media.amr",
        "video/mp4" or "video/mpeg4" => "media.mp4",
        _ => "media.bin",
    };

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune == Rune.ReplacementChar;

    private static string? ParameterOf(string header, string name)
    {
        foreach (var part in SplitParameters(header))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return Unquote(part[(equals + 1)..].Trim());
        }
        return null;
    }

    private static IEnumerable<string> SplitParameters(string header)
    {
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '"' && (i == 0 || header[i - 1] != '\\'))
                isQuoted = !isQuoted;
            else if (header[i] == ';' && !isQuoted)
            {
                yield return header[start..i];
                start = i + 1;
            }
        }
        yield return header[start..];
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : value;

    private static string? Decode5987(string value)
    {
        var parts = value.Split('\'', 3);
        return parts.Length == 3 && parts[0].Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(parts[2]) : null;
    }

    private static string Unlatin(string text)
    {
        if (text.Any(c => c > 0xFF))
            return text;
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
