using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>ARCHITECTURE.md sends people to types and folders that are there, and fits on a screen.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string[] Path =
        ["Callback", "Verify", "Decrypt", "Parse", "Dedupe", "Middleware", "Route", "Handler", "Reply", "Deliver"];

    private static readonly MarkdownDocument Page = MarkdownDocument.Get("ARCHITECTURE.md");

    [Fact]
    public void Table_OfTheTenWords_HasThemInOrder() => Assert.Equal(Path, Rows().Select(row => row.Word));

    [Fact]
    public void Table_EveryType_IsInTheFolderBesideIt() =>
        Problems.AssertNone(Rows()
            .Where(row => !File.Exists(RepositoryRoot.Combine($"{row.Folder}/{row.Type}.cs")))
            .Select(row => $"ARCHITECTURE.md: {row.Word} is {row.Type} in {row.Folder}, but there is no {row.Type}.cs."));

    [Fact]
    public void Word_OfThePath_HasAPageInConcepts()
    {
        var concepts = MarkdownDocument.Get("docs/concepts/README.md");
        var missing = Path.Where(word => !concepts.Lines.Any(line => line.StartsWith($"| [{word}](", StringComparison.Ordinal)));

        Problems.AssertNone(missing.Select(word => $"docs/concepts/README.md has no row for {word}."));
    }

    [Fact]
    public void Table_OfProjects_HasEveryProject()
    {
        var text = string.Join('\n', Page.Lines);

        Problems.AssertNone(Architecture.ProjectFile.All
            .Where(project => project.IsShipped && !text.Contains($"| `{project.Name}` |", StringComparison.Ordinal))
            .Select(project => $"ARCHITECTURE.md does not say what {project.Name} owns."));
    }

    [Fact]
    public void Contributing_Length_StaysReadable() => Assert.InRange(MarkdownDocument.Get("CONTRIBUTING.md").Lines.Count, 1, 120);

    private static IEnumerable<(string Word, string Type, string Folder)> Rows() =>
        Page.Lines.Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups["word"].Value, match.Groups["type"].Value, match.Groups["folder"].Value));

    [GeneratedRegex(@"^\| (?<word>\w+) \| `(?<type>\w+)` \| \[(?<folder>[^\]]+)\]\(\k<folder>\) \|$")]
    private static partial Regex Row();
}
