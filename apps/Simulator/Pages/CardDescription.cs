using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Pages;

/// <summary>The description of a textcard: <c>&lt;div class="gray|normal|highlight"&gt;</c> and <c>&lt;br&gt;</c> count, everything else is text.</summary>
internal static partial class CardDescription
{
    /// <summary>The lines with the names of their styles. Not yet encoded for HTML.</summary>
    public static IEnumerable<(string Style, string Text)> Split(string description)
    {
        var at = 0;
        foreach (Match block in Blocks().Matches(description))
        {
            foreach (var line in Lines("normal", description[at..block.Index]))
                yield return line;
            foreach (var line in Lines(block.Groups["style"].Value, block.Groups["text"].Value))
                yield return line;
            at = block.Index + block.Length;
        }
        foreach (var line in Lines("normal", description[at..]))
            yield return line;
    }

    private static IEnumerable<(string Style, string Text)> Lines(string style, string text) =>
        Breaks().Split(text).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => ("card-" + style, WebUtility.HtmlDecode(line)));

    [GeneratedRegex("""<div\s+class\s*=\s*["'](?<style>gray|normal|highlight)["']\s*>(?<text>.*?)</div>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"<br\s*/?>|\r?\n", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();
}
