using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Pages;

/// <summary>A text reply may hold <c>&lt;a href="…"&gt;…&lt;/a&gt;</c>; everything else in it is text.</summary>
internal static partial class LinkedText
{
    /// <summary>Splits a text into plain pieces and links to the web. The pieces are not yet encoded for HTML.</summary>
    public static IEnumerable<(string Text, string? Url)> Split(string text)
    {
        var at = 0;
        foreach (Match link in Links().Matches(text))
        {
            var url = WebUtility.HtmlDecode(link.Groups["url"].Value);
            if (!IsWeb(url))
                continue;
            if (link.Index > at)
                yield return (text[at..link.Index], null);
            yield return (link.Groups["label"].Value, url);
            at = link.Index + link.Length;
        }
        if (at < text.Length)
            yield return (text[at..], null);
    }

    /// <summary>The text without the links' tags.</summary>
    public static string Plain(string text) => string.Concat(Split(text).Select(piece => piece.Text));

    /// <summary>Whether an address leads to the web, and not to a script.</summary>
    public static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex("""<a\s[^>]*?href\s*=\s*["'](?<url>[^"'<>]*)["'][^>]*>(?<label>[^<]*)</a>""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
