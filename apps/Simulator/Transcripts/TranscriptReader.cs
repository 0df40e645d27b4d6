using System.Globalization;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Reads a transcript. The simulator's own reading of docs/guides/transcripts.md; Hongyan.Testing has another.</summary>
internal sealed partial class TranscriptReader
{
    private readonly List<TranscriptStep> _steps = [];
    private readonly Dictionary<string, string> _header = [];
    private TranscriptBlock? _said;
    private string? _person;
    private TranscriptBlock? _expected;

    private readonly IReadOnlyList<EventKind> _events;

    private TranscriptReader(IReadOnlyList<EventKind> events) => _events = events;

    /// <summary>Reads a whole file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="events">The events that there are.</param>
    /// <exception cref="TranscriptException">A line is written wrong.</exception>
    public static Transcript Read(string text, IReadOnlyList<EventKind> events)
    {
        var reader = new TranscriptReader(events);
        var lines = text.TrimStart('\uFEFF').Split('\n');
        foreach (var (index, line) in lines.Index())
            reader.ReadLine(index + 1, line.TrimEnd());
        reader.EndTurn();
        if (!reader._steps.OfType<TranscriptTurn>().Any())
            throw new TranscriptException(1, "Empty");
        return new(reader._header.GetValueOrDefault("app"), reader._header.GetValueOrDefault("person"), reader._steps);
    }

    private void ReadLine(int number, string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        if (Header().Match(line) is { Success: true } header)
            ReadHeader(number, header.Groups["name"].Value, header.Groups["value"].Value);
        else if (Wait().Match(line) is { Success: true } wait)
            ReadWait(number, wait);
        else if (Marked().Match(line) is { Success: true } marked)
            ReadMarked(number, marked.Groups["person"].Value, marked.Groups["mark"].Value[0], marked.Groups["content"].Value);
        else if (MarkWithoutSpace().IsMatch(line))
            throw new TranscriptException(number, "NoSpace");
        else
            throw line[0] == '*' ? new TranscriptException(number, "Wait") : new TranscriptException(number, "UnknownLine");
    }

    private void ReadHeader(int number, string name, string value)
    {
        if (_said is not null || _steps.OfType<TranscriptTurn>().Any())
            throw new TranscriptException(number, "HeaderTooLate", name);
        if (!Name().IsMatch(value))
            throw new TranscriptException(number, "Name", name);
        if (!_header.TryAdd(name, value))
            throw new TranscriptException(number, "FieldTwice", name);
    }

    private void ReadWait(int number, Match wait)
    {
        EndTurn();
        var time = new TimeSpan(Part("d"), Part("h"), Part("m"), Part("s"));
        _steps.Add(time > TimeSpan.Zero ? new TranscriptWait(number, time) : throw new TranscriptException(number, "Wait"));

        int Part(string name) => wait.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;
    }

    private void ReadMarked(int number, string person, char mark, string content)
    {
        switch (mark)
        {
            case '>':
                EndTurn();
                (_said, _person) = (new(number, content), person.Length > 0 ? person : null);
                break;
            case '<' when _said is null || _expected is not null:
                throw new TranscriptException(number, "NothingSaid");
            case '<':
                _expected = new(number, content);
                break;
            default:
                (_expected ?? _said ?? throw new TranscriptException(number, "NothingToContinue")).Add(number, content);
                break;
        }
    }

    private void EndTurn()
    {
        if (_said is null)
            return;
        if (_expected is null)
            throw new TranscriptException(_said.Line, "NoAnswer");
        if (_said.IsEmpty)
            throw new TranscriptException(_said.Line, "EmptySaid");
        if (_expected.IsEmpty)
            throw new TranscriptException(_expected.Line, "EmptyAnswer");
        _steps.Add(new TranscriptTurn(_said.Line, _person, SaidReader.Read(_said, _events), ExpectedReader.Read(_expected)));
        (_said, _person, _expected) = (null, null, null);
    }

    [GeneratedRegex(@"\A(?<name>app|person):(?: +(?<value>.*))?\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A\* wait (?=[0-9])(?:(?<d>[0-9]{1,4})d)?(?:(?<h>[0-9]{1,4})h)?(?:(?<m>[0-9]{1,4})m)?(?:(?<s>[0-9]{1,4})s)?\z")]
    private static partial Regex Wait();

    [GeneratedRegex(@"\A(?:(?<person>[A-Za-z0-9_@.-]*)(?<mark>>)|(?<mark>[<|]))(?: (?<content>.*))?\z", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\A(?:[A-Za-z0-9_@.-]*>|[<|])[^ ]")]
    private static partial Regex MarkWithoutSpace();

    [GeneratedRegex(@"\A[A-Za-z0-9_@.-]+\z")]
    private static partial Regex Name();
}
