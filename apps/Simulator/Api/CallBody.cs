using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Api;

/// <summary>A body as the call log shows it: tokens and tickets are three asterisks, encoded files are their length, and a long one ends early.</summary>
internal static partial class CallBody
{
    private const int MaxLength = 16 * 1024;

    /// <summary>A JSON body; null when it is empty.</summary>
    public static string? OfJson(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return null;
        var text = EncodedFile().Replace(Encoding.UTF8.GetString(body), match => $"{match.Groups[1].Value}\"({match.Groups[2].Length} characters)\"");
        text = Secret().Replace(text, "$1\"***\"");
        return text.Length <= MaxLength ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..MaxLength]}… ({body.Length} bytes)");
    }

    /// <summary>A file in one line.</summary>
    public static string OfFile(string? contentType, string? fileName, long length) =>
        string.Create(CultureInfo.InvariantCulture, $"({contentType ?? "-"}: {fileName ?? "-"}, {length} bytes)");

    [GeneratedRegex("""("(?:access_token|refresh_token|corpsecret|secret|appsecret|ticket|user_ticket|tfa_code|encodingaeskey)"\s*:\s*)"(?:[^"\\]|\\.)*"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex("""("base64"\s*:\s*)"([^"]{64,})"?""")]
    private static partial Regex EncodedFile();
}
