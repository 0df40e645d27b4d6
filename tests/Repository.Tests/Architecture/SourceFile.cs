using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>One C# file below src, apps, tests or bench.</summary>
internal sealed partial record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] Roots = ["src", "apps", "tests", "bench"];

    // Written by tools, not by people.
    private static readonly string[] SkippedFolders = ["obj", "bin", "artifacts", "Migrations"];

    /// <summary>Every file that a person wrote.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Roots.Select(RepositoryRoot.Combine)
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
            .Select(file => (Full: file, Relative: RepositoryRoot.Relative(file)))
            .Where(file => !file.Relative.Split('/').Intersect(SkippedFolders).Any())
            .OrderBy(file => file.Relative, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.Relative, File.ReadAllLines(file.Full))),
    ];

    /// <summary>The name without its folder and without everything from the first dot on.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..].Split('.')[0];

    /// <summary>The names of all types that are declared here.</summary>
    public IEnumerable<string> Types => Declarations(Declaration());

    /// <summary>The names of the public types that are declared here and are not part of another. Namespaces are file-scoped, so these start a line.</summary>
    public IEnumerable<string> PublicTypes => Declarations(PublicDeclaration());

    private IEnumerable<string> Declarations(Regex pattern) =>
        Lines.Select(line => pattern.Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref)\s+)+(?:class|record(?:\s+struct|\s+class)?|struct|interface|enum)\s+(?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|partial|readonly|ref)\s+)*(?:class|record(?:\s+struct|\s+class)?|struct|interface|enum|delegate\s+[^(]+?)\s+(?<name>\w+)(?=\s*[\(<:{;]|\s*$|\s+where)")]
    private static partial Regex PublicDeclaration();
}
