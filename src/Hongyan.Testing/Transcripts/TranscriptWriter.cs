using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan.Testing;

/// <summary>Writes a conversation as a transcript.</summary>
internal static partial class TranscriptWriter
{
    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder();
        if (transcript.App is not null)
            text.Append("app: ").Append(transcript.App).Append('\n');
        if (transcript.Person is not null)
            text.Append("person: ").Append(transcript.Person).Append('\n');
        foreach (var step in transcript.Steps)
        {
            if (text.Length > 0)
                text.Append('\n');
            if (step is TranscriptWait wait)
                text.Append("* wait ").Append(TranscriptWait.Format(wait.Time)).Append('\n');
            else if (step is TranscriptTurn turn)
                text.AppendJoin('\n', [.. ToLines($"{turn.Person}>", turn.Action), .. ToLines("<", turn.Expected.Shape, turn.Expected.Fields), ""]);
        }
        return text.ToString();
    }

    /// <summary>An action for a message, on one line.</summary>
    public static string Describe(MemberAction action) => action.Kind.OnTheLine is ["content"]
        ? $"\"{TranscriptText.Escape(ContentOf(action))}\""
        : ToLines("", action)[0].TrimStart();

    /// <summary>A reply for a message, on one line.</summary>
    public static string Describe(BotReply reply) =>
        reply.Kind == BotReplyKind.Text ? $"\"{TranscriptText.Escape(reply.Text ?? "")}\"" : ToLines("", reply)[0].TrimStart();

    public static IReadOnlyList<string> ToLines(string marker, MemberAction action)
    {
        var kind = action.Kind;
        if (kind.OnTheLine is ["content"])
            return ToTextLines(marker, new ExpectedText(ContentOf(action)));

        var onTheLine = new List<string> { marker, kind.ToString() };
        var rest = action.Fields.ToList();
        foreach (var name in kind.OnTheLine)
        {
            var value = rest.FirstOrDefault(field => field.Name == name).Value;
            if (string.IsNullOrEmpty(value))
                break;
            onTheLine.Add(TranscriptText.Escape(value));
            rest.RemoveAll(field => field.Name == name);
        }
        return [string.Join(' ', onTheLine), .. rest.Select(field => FieldLine(field.Name, TranscriptText.Escape(field.Value)))];
    }

    public static IReadOnlyList<string> ToLines(string marker, BotReply reply)
    {
        var (shape, fields) = ReplyShape.Read(reply);
        return ToLines(marker, shape, [.. fields.Select(field => (field.Name, new ExpectedText(field.Value)))]);
    }

    public static IReadOnlyList<string> ToLines(string marker, ReplyShape shape, IReadOnlyList<(string Name, ExpectedText Value)> fields)
    {
        if (shape == ReplyShape.Text)
            return ToTextLines(marker, fields[0].Value);
        var onTheLine = fields.FirstOrDefault(field => field.Name == shape.OnTheLine && !field.Value.IsEmpty);
        var first = $"{marker} {shape}" + (onTheLine.Name is null ? "" : $" {OnOneLine(onTheLine.Value)}");
        return [first, .. fields.Where(field => field != onTheLine).Select(field => FieldLine(field.Name, OnOneLine(field.Value)))];
    }

    private static List<string> ToTextLines(string marker, ExpectedText text)
    {
        var lines = text.ToLines();
        var first = LooksLikeAKind().IsMatch(lines[0]) ? $"{marker} (text) {lines[0]}" : AfterSign(marker, lines[0]);
        return [first, .. lines.Skip(1).Select(line => AfterSign("|", line))];
    }

    private static string ContentOf(MemberAction text) => text.Fields.Select(field => field.Value).FirstOrDefault("");

    private static string FieldLine(string name, string value) => AfterSign($"| {name}:", value);

    private static string AfterSign(string sign, string text) => text.Length == 0 ? sign : $"{sign} {text}";

    /// <summary>The value of a field stands on its line, so its line breaks are written by their number.</summary>
    private static string OnOneLine(ExpectedText value) => string.Join("{U+000A}", value.ToLines());

    [GeneratedRegex(@"^\([A-Za-z_]+\)(?: |$)")]
    private static partial Regex LooksLikeAKind();
}
