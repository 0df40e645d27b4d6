namespace Hongyan.Tests.Incoming;

/// <summary>The payload files of tests/corpus/wecom, each with the record it must become beside it.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "wecom");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.xml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>The payload, without the line end that every text file has.</summary>
    public static byte[] Payload(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, $"{name}.xml"));
        return bytes is [.., (byte)'\n'] ? bytes[..^1] : bytes;
    }

    /// <summary>The record in words, or null where nobody has written it down yet.</summary>
    public static string? Expected(string name)
    {
        var file = Path.Combine(Folder, $"{name}.expected.txt");
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\n') : null;
    }
}
