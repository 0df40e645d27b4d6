using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>
/// Messages of the type markdown: headings, bold, links, inline code, quotes, three colours and mentions; everything else is text.
/// What comes out is HTML that holds nothing of the sender's but encoded text and addresses of the web.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90236, 91770.</remarks>
internal static partial class MarkdownSubset
{
    // Deeper than anybody writes; a message of nothing but asterisks ends here.
    private const int MaxDepth = 8;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The HTML of a message.</summary>
    public static string ToHtml(string markdown, Contacts contacts)
    {
        var html = new StringBuilder();
        var isQuoting = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var isQuote = line.StartsWith('>');
            if (isQuote != isQuoting)
                html.Append(isQuote ? "<blockquote>" : "</blockquote>");
            isQuoting = isQuote;
            WriteLine(html, isQuote ? line[1..].TrimStart() : line, contacts);
        }
        return html.Append(isQuoting ? "</blockquote>" : "").ToString();
    }

    private static void WriteLine(StringBuilder html, string line, Contacts contacts)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            // The page has its own h1 and h2; how large a heading is, its class says.
            var level = heading.Groups["level"].Length;
            html.Append("<p class=\"md-h").Append(level).Append("\">");
            WriteInline(html, heading.Groups["text"].Value, contacts, 0);
        }
        else
        {
            html.Append("<p>");
            WriteInline(html, line, contacts, 0);
        }
        html.Append("</p>");
    }

    private static void WriteInline(StringBuilder html, string text, Contacts contacts, int depth)
    {
        var at = 0;
        foreach (Match match in depth < MaxDepth ? Inline().Matches(text) : Enumerable.Empty<Match>())
        {
            html.Append(Html.Encode(text[at..match.Index]));
            at = match.Index + match.Length;
            WritePiece(html, match, contacts, depth);
        }
        html.Append(Html.Encode(text[at..]));
    }

    private static void WritePiece(StringBuilder html, Match match, Contacts contacts, int depth)
    {
        if (match.Groups["code"] is { Success: true } code)
        {
            html.Append("<code>").Append(Html.Encode(code.Value)).Append("</code>");
        }
        else if (match.Groups["bold"] is { Success: true } bold)
        {
            Wrap("<strong>", bold.Value, "</strong>");
        }
        else if (match.Groups["font"] is { Success: true } font)
        {
            Wrap($"<span class=\"md-{match.Groups["colour"].Value}\">", font.Value, "</span>");
        }
        else if (match.Groups["url"] is { Success: true } url && LinkedText.IsWeb(url.Value))
        {
            Wrap($"<a href=\"{Html.Encode(url.Value)}\" rel=\"noreferrer\" target=\"_blank\">", match.Groups["label"].Value, "</a>");
        }
        else if (match.Groups["mention"] is { Success: true } mention && SaidText.NameOf(mention.Value, contacts) is { } name)
        {
            html.Append("<span class=\"mention\">").Append(Html.Encode(name)).Append("</span>");
        }
        else
        {
            html.Append(Html.Encode(match.Value));
        }

        void Wrap(string before, string inner, string after)
        {
            html.Append(before);
            WriteInline(html, inner, contacts, depth + 1);
            html.Append(after);
        }
    }

    [GeneratedRegex("^(?<level>#{1,6}) +(?<text>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex("""
        `(?<code>[^`]+)`
        | \*\*(?<bold>[^*]+)\*\*
        | \[(?<label>[^\]]*)\]\((?<url>[^()\s]+)\)
        | <font\s+color\s*=\s*["'](?<colour>info|comment|warning)["']\s*>(?<font>.*?)</font>
        | <@(?<mention>[0-9A-Za-z_@.-]{1,64})>
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Inline();
}
