using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan.Testing;

/// <summary>Reads a transcript as docs/guides/transcripts.md describes it. What is not in order is an error that says what to write instead.</summary>
internal sealed partial class TranscriptParser
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly ActionPlatform _platform;
    private readonly Dictionary<string, string> _header = [];
    private readonly List<TranscriptEntry> _entries = [];

    private TranscriptParser(string file, ActionPlatform platform)
    {
        _file = file;
        _platform = platform;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="platform">Whose messages and events stand in it.</param>
    /// <exception cref="TranscriptFormatException">It is not a transcript.</exception>
    public static Transcript Parse(string file, byte[] content, ActionPlatform platform)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new TranscriptFormatException(file, 1, "The file is not UTF-8. Save it again with the encoding UTF-8 (in 记事本: 另存为 → 编码 UTF-8).");
        }
        return Parse(file, text, platform);
    }

    /// <summary>Reads a text.</summary>
    public static Transcript Parse(string file, string text, ActionPlatform platform = ActionPlatform.WeCom) => new TranscriptParser(file, platform).Read(text);

    private Transcript Read(string text)
    {
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
            ReadLine(++number, line.TrimEnd());
        return new Transcript(_file, _header.GetValueOrDefault("app"), _header.GetValueOrDefault("person"), ReadSteps());
    }

    private void ReadLine(int number, string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        if (line[0] == '|')
        {
            if (_entries.Count == 0 || _entries[^1].Sign == '*')
                throw Wrong(number, "A '|' line continues a '>' or '<' line; there is none above it.");
            _entries[^1].Continued.Add((number, AfterSign(number, "|", line[1..])));
        }
        else if (Entry().Match(line) is { Success: true } entry)
        {
            var (person, sign) = (entry.Groups["person"].Value, entry.Groups["sign"].Value);
            if (person.Length > 0 && sign != ">")
                throw Wrong(number, $"A name stands before '>' only: the answer goes to whoever spoke. Write '{sign}{entry.Groups["text"].Value}'.");
            _entries.Add(new TranscriptEntry(number, sign[0], person.Length > 0 ? person : null, AfterSign(number, sign, entry.Groups["text"].Value)));
        }
        else
        {
            ReadHeader(number, line);
        }
    }

    private void ReadHeader(int number, string line)
    {
        var match = Header().Match(line);
        if (!match.Success)
            throw Wrong(number, "A line begins with '>' (a person), '<' (the bot), '|' (goes on), '*' (the clock) or '#' (a comment). A text that goes on begins with '| '.");
        var name = match.Groups["name"].Value;
        if (name is not ("app" or "person"))
            throw Wrong(number, $"'{name}:' is unknown. Before the conversation may stand 'app:' and 'person:'.");
        if (_entries.Count > 0)
            throw Wrong(number, $"'{name}:' stands before the first '>' line.");
        if (match.Groups["value"].Length == 0)
            throw Wrong(number, $"'{name}:' says nothing. Write '{name}: {(name == "app" ? "demo" : "zhangsan")}', or leave the line out.");
        if (!_header.TryAdd(name, match.Groups["value"].Value))
            throw Wrong(number, $"'{name}:' is given twice.");
    }

    private List<TranscriptStep> ReadSteps()
    {
        var steps = new List<TranscriptStep>();
        for (var at = 0; at < _entries.Count; at++)
        {
            var entry = _entries[at];
            switch (entry.Sign)
            {
                case '*':
                    steps.Add(ReadWait(entry));
                    break;
                case '<':
                    throw Wrong(entry.Line, "A '<' line answers the '>' line above it, and each is answered once; there is none above that waits for an answer.");
                default:
                    if (at + 1 == _entries.Count || _entries[at + 1].Sign != '<')
                        throw Wrong(entry.Line, "This line has no answer. Write '< (nothing)' below it if nothing is answered, or '< (anything)' if the answer does not matter.");
                    steps.Add(new TranscriptTurn(entry.Line, entry.Person, ReadAction(entry), _entries[at + 1].Line, ReadReply(_entries[++at])));
                    break;
            }
        }
        return steps.Count > 0 ? steps : throw Wrong(1, "There is no conversation in the file. Begin with '> 你好' and '< …'.");
    }

    private TranscriptWait ReadWait(TranscriptEntry entry)
    {
        var words = entry.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is ["wait", var time] && TranscriptWait.ParseTime(time) is { } parsed
            ? new TranscriptWait(entry.Line, parsed)
            : throw Wrong(entry.Line, "The clock is moved with '* wait' and a time of days, hours, minutes and seconds, such as '* wait 1d' or '* wait 1h30m'.");
    }

    private MemberAction ReadAction(TranscriptEntry entry)
    {
        var (name, rest) = SplitKind(entry);
        if (name == "text")
            return new MemberAction(ActionKind.FindMessage("text", _platform)!, [("content", Exact(entry.Line, ReadText(entry, rest, "A person says something. Write '> 你好'.")))]);
        if (name != "event")
        {
            var kind = ActionKind.FindMessage(name, _platform)
                ?? throw Wrong(entry.Line, $"'({name})' is no kind of message. There are {Kinds(ActionKind.Of(_platform).Where(kind => !kind.IsEvent).Select(kind => kind.Name).Append("event"))}. If it is the text itself, write '> (text) {entry.Text}'.");
            return ReadAction(entry, kind, rest);
        }

        var words = rest.Split(' ', 2);
        var @event = ActionKind.FindEvent(words[0], _platform)
            ?? throw Wrong(entry.Line, $"'{words[0]}' is no event. There are {string.Join(", ", ActionKind.Of(_platform).Where(kind => kind.IsEvent).Select(kind => kind.Name))}; case matters.");
        return ReadAction(entry, @event, words.ElementAtOrDefault(1) ?? "");
    }

    private MemberAction ReadAction(TranscriptEntry entry, ActionKind kind, string onTheLine)
    {
        var fields = new List<(string Name, string Value)>();
        var values = onTheLine.Length == 0 ? [] : onTheLine.Split(' ', Math.Max(kind.OnTheLine.Count, 1));
        foreach (var (index, value) in values.Index())
        {
            if (index == kind.OnTheLine.Count)
                throw Wrong(entry.Line, $"Nothing stands behind {kind} on the line. Its fields stand below: {string.Join(", ", kind.Fields.Select(field => $"'| {field.Name}: …'"))}.");
            Add(entry.Line, kind.OnTheLine[index], value);
        }
        foreach (var (line, name, value) in Fields(entry))
            Add(line, name, value);
        return new MemberAction(kind, fields);

        void Add(int line, string name, string value)
        {
            var exact = Exact(line, new ExpectedText(ReadParts(line, value)));
            if (MemberAction.WrongWith(kind, fields, name, exact) is { } problem)
                throw Wrong(line, problem);
            fields.Add((name, exact));
        }
    }

    private ExpectedReply ReadReply(TranscriptEntry entry)
    {
        var (name, rest) = SplitKind(entry);
        var shape = ReplyShape.Find(name)
            ?? throw Wrong(entry.Line, $"'({name})' is no kind of answer. There are {Kinds(ReplyShape.All.Select(known => known.Name))}. If it is the text itself, write '< (text) {entry.Text}'.");
        if (shape == ReplyShape.Text)
            return new ExpectedReply(shape, [("content", ReadText(entry, rest, "Nothing stands behind '<'. Write '< (nothing)' if nothing is answered."))]);

        var fields = new List<(string Name, ExpectedText Value)>();
        if (rest.Length > 0)
        {
            fields.Add(shape.OnTheLine is { } onTheLine
                ? (onTheLine, new ExpectedText(ReadParts(entry.Line, rest)))
                : throw Wrong(entry.Line, $"Nothing stands behind {shape} on the line."));
        }
        foreach (var (line, field, value) in Fields(entry))
        {
            if (!shape.Fields.Contains(field))
                throw Wrong(line, shape.Fields.Count == 0 ? $"{shape} has no fields." : $"{shape} has no field '{field}'. It has {string.Join(", ", shape.Fields)}.");
            if (shape.Fields.Contains(ReplyShape.Article) && field != ReplyShape.Article && fields.Count == 0)
                throw Wrong(line, $"'{field}' belongs to an article. Begin it with '| {ReplyShape.Article}: ' and its title.");
            if (field != ReplyShape.Article && fields.FindLastIndex(given => given.Name == field) > fields.FindLastIndex(given => given.Name == ReplyShape.Article))
                throw Wrong(line, $"The field '{field}' is given twice.");
            fields.Add((field, new ExpectedText(ReadParts(line, value))));
        }
        return new ExpectedReply(shape, fields);
    }

    private static (string Kind, string Text) SplitKind(TranscriptEntry entry)
    {
        var match = Kind().Match(entry.Text);
        return match.Success ? (match.Groups["name"].Value, match.Groups["rest"].Value) : ("text", entry.Text);
    }

    private ExpectedText ReadText(TranscriptEntry entry, string first, string emptyMessage)
    {
        var text = ExpectedText.Join([ReadParts(entry.Line, first), .. entry.Continued.Select(line => ReadParts(line.Line, line.Text))]);
        return text.IsEmpty ? throw Wrong(entry.Line, emptyMessage) : text;
    }

    private IEnumerable<(int Line, string Name, string Value)> Fields(TranscriptEntry entry)
    {
        foreach (var (line, text) in entry.Continued)
        {
            var match = Field().Match(text);
            yield return match.Success
                ? (line, match.Groups["name"].Value, match.Groups["value"].Value)
                : throw Wrong(line, "Below a line with a kind in brackets stand its fields, such as '| title: 标题'.");
        }
    }

    private IReadOnlyList<ExpectedPart> ReadParts(int line, string text) =>
        TranscriptText.Parse(text, out var parts) is { } problem ? throw Wrong(line, problem) : parts;

    private string Exact(int line, ExpectedText text) =>
        text.Literal ?? throw Wrong(line, "A placeholder stands in '<' lines only: what a person says is exact.");

    private string AfterSign(int number, string sign, string text)
    {
        if (text.Length > 0 && text[0] != ' ')
            throw Wrong(number, $"A blank stands behind '{sign}'. Write '{sign} {text}'.");
        return text.Length == 0 ? "" : text[1..];
    }

    private TranscriptFormatException Wrong(int line, string problem) => new(_file, line, problem);

    private static string Kinds(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"({name})"));

    [GeneratedRegex(@"^(?<person>[A-Za-z0-9_.@-]*)(?<sign>[><*])(?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?<name>[A-Za-z]+):\s*(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\((?<name>[A-Za-z_]+)\)(?: (?<rest>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9]+):(?: (?<value>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Field();
}
