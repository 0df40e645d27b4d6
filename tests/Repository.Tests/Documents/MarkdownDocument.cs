using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>One Markdown file of the repository, taken apart as far as the tests need.</summary>
internal sealed partial record MarkdownDocument(string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] ProjectRoots = ["src", "apps"];

    /// <summary>The documents at the root, everything below docs, and the README of each project and of the samples.</summary>
    public static IReadOnlyList<MarkdownDocument> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md")
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(ProjectRoots.SelectMany(root => Directory.EnumerateDirectories(RepositoryRoot.Combine(root)))
                .Select(folder => System.IO.Path.Combine(folder, "README.md")).Where(File.Exists))
            .Select(file => new MarkdownDocument(RepositoryRoot.Relative(file), File.ReadAllLines(file)))
            .OrderBy(document => document.Path, StringComparer.Ordinal),
    ];

    /// <summary>The folder of the document, relative to the checkout; empty for the root.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>The document with this path.</summary>
    public static MarkdownDocument Get(string path) => All.Single(document => document.Path == path);

    /// <summary>The targets of all links and pictures outside of listings.</summary>
    public IEnumerable<string> Links() => Prose().SelectMany(line => Link().Matches(line)).Select(match => match.Groups["target"].Value);

    /// <summary>What stands in backticks outside of listings.</summary>
    public IEnumerable<string> CodeSpans() => Prose().SelectMany(line => CodeSpan().Matches(line)).Select(match => match.Groups["code"].Value);

    /// <summary>The listings in the order of the page.</summary>
    public IEnumerable<Listing> Listings()
    {
        for (var start = 0; start < Lines.Count; start++)
        {
            if (!Lines[start].StartsWith("```", StringComparison.Ordinal))
                continue;
            var end = start + 1;
            while (end < Lines.Count && Lines[end] != "```")
                end++;

            var marker = start > 0 ? ListingMarker().Match(Lines[start - 1]) : Match.Empty;
            yield return new Listing(
                $"{Path}:{start + 1}",
                Lines[start][3..].Trim(),
                [.. Lines.Take(end).Skip(start + 1)],
                marker.Success ? marker.Groups["source"].Value : null);
            start = end;
        }
    }

    private IEnumerable<string> Prose()
    {
        var isListing = false;
        foreach (var line in Lines)
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isListing = !isListing;
            else if (!isListing)
                yield return line;
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^<!-- listing: (?<source>\S+) -->$")]
    private static partial Regex ListingMarker();
}
