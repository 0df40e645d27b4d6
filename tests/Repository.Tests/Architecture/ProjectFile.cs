using System.Xml.Linq;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>One project as its file on disk says it is.</summary>
internal sealed record ProjectFile(string Name, string Path, IReadOnlyList<string> References)
{
    private static readonly string[] Roots = ["src", "apps", "tests", "bench"];

    /// <summary>Every project of the checkout, whether the solution knows it or not.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. Roots.Select(RepositoryRoot.Combine)
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>The top folder: src, apps, tests or bench.</summary>
    public string Root => Path[..Path.IndexOf('/')];

    /// <summary>Whether people use it: a library or an application, rather than something that looks at those.</summary>
    public bool IsShipped => Root is "src" or "apps";

    /// <summary>The folder of the project, relative to the checkout.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    private static ProjectFile Read(string file)
    {
        var references = XDocument.Load(file)
            .Descendants("ProjectReference")
            // One that is only built beside it is nothing that it knows.
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => NameOf(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);
        return new ProjectFile(NameOf(file), RepositoryRoot.Relative(file), [.. references]);
    }

    // Project files may separate folders either way, whatever the machine prefers.
    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
