using System.Text.RegularExpressions;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Reads what a person says or does.</summary>
internal static partial class SaidReader
{
    // What stands on the first line, in order; the last takes the rest of the line.
    private static readonly Dictionary<string, string[]> MainFields = new()
    {
        ["image"] = ["mediaId"], ["voice"] = ["mediaId"], ["video"] = ["mediaId"], ["shortvideo"] = ["mediaId"], ["link"] = ["url"],
        ["location"] = ["latitude", "longitude", "label"], ["event"] = ["event", "eventKey"],
    };

    private static readonly Dictionary<string, string[]> OtherFields = new()
    {
        ["image"] = ["picUrl"], ["voice"] = ["format", "recognition"], ["video"] = ["thumbMediaId"], ["shortvideo"] = ["thumbMediaId"], ["location"] = ["scale"],
        ["link"] = ["title", "description", "picUrl"],
    };

    /// <summary>Reads the block behind <c>&gt;</c>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="events">The events that there are.</param>
    /// <exception cref="TranscriptException">It is written wrong.</exception>
    public static Said Read(TranscriptBlock block, IReadOnlyList<EventKind> events)
    {
        if (block.Kind == "text")
        {
            var lines = block.More.Prepend((block.Line, block.Main)).Select(line => TextPattern.Read(line.Item1, line.Item2, allowPlaceholders: false));
            return new(block.Content) { Message = new() { Type = "text", Content = TextPattern.Join(lines).Literal } };
        }
        if (!MainFields.TryGetValue(block.Kind, out var main))
            throw new TranscriptException(block.Line, "UnknownKind", block.Kind, string.Join(", ", MainFields.Keys.Prepend("text")));
        return block.Kind == "event" ? ReadEvent(block, main, events) : ReadMessage(block, main);
    }

    private static Said ReadMessage(TranscriptBlock block, string[] main)
    {
        var message = new MemberMessage { Type = block.Kind };
        foreach (var field in FieldsOf(block, main, [.. main, .. OtherFields[block.Kind]], []))
            message = SaidFields.Set(message, field);
        return new(block.Content) { Message = message };
    }

    private static Said ReadEvent(TranscriptBlock block, string[] main, IReadOnlyList<EventKind> events)
    {
        // The name decides which other fields there are, so it is looked for first.
        var name = block.Main.Length > 0
            ? block.Main.Split(' ')[0]
            : block.More.Select(line => EventName().Match(line.Text)).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "";
        if (events.FirstOrDefault(each => each.Name == name) is not { } kind)
            throw new TranscriptException(block.Line, "UnknownEvent", name, string.Join(", ", events.Select(each => each.Name)));

        var known = SaidFields.Of(kind);
        if (block.Main.Contains(' ', StringComparison.Ordinal) && !known.Contains("eventKey"))
            throw new TranscriptException(block.Line, "NoEventKey", name);
        var happened = new MemberEvent { Event = name };
        foreach (var field in FieldsOf(block, main, known, SaidFields.Repeated))
            happened = SaidFields.Set(happened, field);
        return new(block.Content) { Event = happened };
    }

    private static IEnumerable<(string Name, string Value, int Line)> FieldsOf(
        TranscriptBlock block, string[] main, IReadOnlyList<string> known, IReadOnlyList<string> repeated)
    {
        var parts = block.Main.Length == 0 ? [] : block.Main.Split(' ', main.Length);
        foreach (var (index, part) in parts.Index())
            yield return (main[index], TextPattern.Read(block.Line, part, allowPlaceholders: false).Literal, block.Line);
        foreach (var (name, value, line) in TranscriptFields.Read(block, known, repeated, allowPlaceholders: false))
        {
            if (main.Take(parts.Length).Contains(name))
                throw new TranscriptException(line, "FieldTwice", name);
            yield return (name, value.Literal, line);
        }
    }

    [GeneratedRegex(@"\Aevent: (\S+)\z")]
    private static partial Regex EventName();
}
