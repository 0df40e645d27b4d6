using Hongyan.Protocol;

namespace Hongyan.Tests.Incoming;

/// <summary>
/// The payload files of tests/corpus, by platform, each with the record it must become beside it. Files that differ in their
/// ending alone, XML and JSON, share the record.
/// </summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "corpus");

    private static readonly Dictionary<string, IncomingParser> Parsers = new()
    {
        ["wecom"] = IncomingParser.WeCom,
        ["official-account"] = IncomingParser.OfficialAccount,
        ["robot"] = IncomingParser.WeComRobot,
    };

    /// <summary>Every payload, as in <c>wecom/text.xml</c>.</summary>
    public static IEnumerable<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".xml" or ".json")
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The payloads that are whole documents.</summary>
    public static IEnumerable<string> ReadableNames => Names.Where(name => !name.Contains("/unreadable", StringComparison.Ordinal));

    /// <summary>What reads the payloads of that folder.</summary>
    public static IncomingParser ParserOf(string name) => Parsers[name.Split('/')[0]];

    /// <summary>The payload, without the line end that every text file has.</summary>
    public static byte[] Payload(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        return bytes is [.., (byte)'\n'] ? bytes[..^1] : bytes;
    }

    public static Hongyan.Incoming Parse(string name) => ParserOf(name).Parse(Payload(name));

    /// <summary>The record in words, or null where nobody has written it down yet.</summary>
    public static string? Expected(string name)
    {
        var file = Path.ChangeExtension(Path.Combine(Folder, name), ".expected.txt");
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\n') : null;
    }
}
