using System.Text;

namespace Hongyan.Simulator.Pages;

/// <summary>Indents JSON without touching what it says: escapes, order and mistakes stay as they came over the wire.</summary>
internal static class JsonText
{
    /// <summary>The text on lines of its own; anything that does not begin like an object or a list stays as it is.</summary>
    public static string Indent(string text)
    {
        if (text is not ['{' or '[', ..] || text.Contains('\n', StringComparison.Ordinal))
            return text;

        var lines = new StringBuilder(text.Length * 2);
        var (depth, isInString) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isInString)
            {
                lines.Append(c);
                if (c == '\\' && i + 1 < text.Length)
                    lines.Append(text[++i]);
                isInString = c != '"';
                continue;
            }
            switch (c)
            {
                case '{' or '[' when i + 1 < text.Length && text[i + 1] is '}' or ']':
                    lines.Append(c).Append(text[++i]);
                    break;
                case '{' or '[':
                    lines.Append(c).Append('\n').Append(' ', 2 * ++depth);
                    break;
                case '}' or ']':
                    depth = Math.Max(0, depth - 1);
                    lines.Append('\n').Append(' ', 2 * depth).Append(c);
                    break;
                case ',':
                    lines.Append(c).Append('\n').Append(' ', 2 * depth);
                    break;
                case ':':
                    lines.Append(": ");
                    break;
                case ' ':
                    break;
                default:
                    isInString = c == '"';
                    lines.Append(c);
                    break;
            }
        }
        return lines.ToString();
    }
}
