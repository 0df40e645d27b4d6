namespace Hongyan.Repository.Tests.Documents;

/// <summary>The code that a listing claims to show: a whole file, or the part between <c>// &lt;name&gt;</c> and <c>// &lt;/name&gt;</c>, moved to the left.</summary>
internal static class ListingSource
{
    /// <summary>Reads <c>path</c> or <c>path#name</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file has no such part.</exception>
    public static IReadOnlyList<string> Read(string source)
    {
        var parts = source.Split('#', 2);
        var file = RepositoryRoot.Combine(parts[0]);
        if (!File.Exists(file))
            throw new FileNotFoundException($"{parts[0]} is not there.");

        var lines = File.ReadAllLines(file);
        return parts.Length == 1 ? lines : Part(lines, parts[1], parts[0]);
    }

    private static List<string> Part(string[] lines, string name, string file)
    {
        var start = Array.FindIndex(lines, line => line.Trim() == $"// <{name}>");
        var end = Array.FindIndex(lines, line => line.Trim() == $"// </{name}>");
        if (start < 0 || end < start)
            throw new InvalidDataException($"{file} has no part between '// <{name}>' and '// </{name}>'.");

        var part = lines[(start + 1)..end];
        var indent = part.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return [.. part.Select(line => line.Length == 0 ? line : line[indent..])];
    }
}
