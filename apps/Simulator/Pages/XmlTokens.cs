using System.Text.RegularExpressions;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>Splits XML into pieces to be coloured.</summary>
internal static partial class XmlTokens
{
    /// <summary>The pieces of an indented document; one piece of text when it is not XML.</summary>
    public static IEnumerable<(string Kind, string Text)> Of(string text)
    {
        foreach (Match match in Pieces().Matches(ReplyXml.Indent(text)))
        {
            var kind = match.Groups["cdata"].Success ? "cdata" : match.Groups["tag"].Success ? "tag" : "text";
            yield return (kind, match.Value);
        }
    }

    [GeneratedRegex(@"(?<cdata><!\[CDATA\[|\]\]>)|(?<tag></?[A-Za-z_][\w.:-]*(\s[^<>]*)?/?>)|[^<\]]+|.", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
