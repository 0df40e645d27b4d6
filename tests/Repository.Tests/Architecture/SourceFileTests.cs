using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>Habits of the files: small, one public type each, nothing hidden, nothing silenced without a reason.</summary>
public sealed partial class SourceFileTests
{
    private const int MostLines = 400;

    [Fact]
    public void File_HoldsOnePublicTypeThatItIsNamedAfter()
    {
        var problems = new List<string>();
        foreach (var file in SourceFile.All)
        {
            var types = file.PublicTypes.Distinct().ToList();
            if (types.Count > 1)
                problems.Add($"{file.Path} holds {types.Count} public types ({string.Join(", ", types)}): one each.");
            else if (types.Count == 1 && types[0] != file.Name)
                problems.Add($"{file.Path} holds {types[0]}: a file is named after its public type.");
        }

        Problems.AssertNone(problems);
    }

    [Fact]
    public void File_StaysBelowFourHundredLines() =>
        Problems.AssertNone(SourceFile.All.Where(file => file.Lines.Count >= MostLines).Select(file => $"{file.Path} has {file.Lines.Count} lines; below {MostLines} it can be read at once."));

    [Fact]
    public void File_HasNoRegion() =>
        Problems.AssertNone(LinesThat(Region()).Select(place => $"{place} opens a region: what has to be folded away belongs into a file of its own."));

    [Fact]
    public void File_SilencesAWarningOnlyWithAReason() =>
        Problems.AssertNone(LinesThat(UnexplainedPragma()).Select(place => $"{place} silences a warning without saying why on the same line."));

    [Fact]
    public void ProjectFile_SilencesNoWarning()
    {
        string[] patterns = ["*.csproj", "*.props", "*.targets"];
        var files = patterns.SelectMany(pattern => Directory.EnumerateFiles(RepositoryRoot.Path, pattern, SearchOption.AllDirectories))
            .Where(file => !RepositoryRoot.Relative(file).Split('/').Intersect(["artifacts", "obj", "bin"]).Any());

        Problems.AssertNone(files.Where(file => File.ReadAllText(file).Contains("<NoWarn", StringComparison.OrdinalIgnoreCase))
            .Select(file => $"{RepositoryRoot.Relative(file)} has NoWarn: mend the warning, or silence the one place with its reason."));
    }

    [Fact]
    public void Project_HasAReadme()
    {
        var projects = ProjectFile.All.Where(project => project.IsShipped);

        Problems.AssertNone(projects.Where(project => !File.Exists(RepositoryRoot.Combine($"{project.Folder}/README.md")))
            .Select(project => $"{project.Folder} has no README.md: what it owns, what it must not know, where to start reading."));
    }

    [Theory]
    [InlineData("public sealed record Route(string Text)", "Route")]
    [InlineData("public readonly record struct UserRef(string Account, string Id);", "UserRef")]
    [InlineData("public static class WeComBuilderExtensions", "WeComBuilderExtensions")]
    [InlineData("public delegate Task BotHandler(BotContext context);", "BotHandler")]
    [InlineData("public sealed record NewsReply(params IReadOnlyList<NewsArticle> Articles) : Reply", "NewsReply")]
    [InlineData("public enum CallbackError", "CallbackError")]
    [InlineData("public class Box<T>", "Box")]
    public void PublicTypes_OfADeclaration_AreFound(string line, string name) => Assert.Equal([name], new SourceFile("src/A.cs", [line]).PublicTypes);

    [Theory]
    [InlineData("internal sealed class Route")]
    [InlineData("    public sealed class Inner")]
    [InlineData("/// <summary>public class</summary>")]
    public void PublicTypes_OfAnythingElse_AreNone(string line) => Assert.Empty(new SourceFile("src/A.cs", [line]).PublicTypes);

    [Theory]
    [InlineData("#pragma warning disable CA1031", true)]
    [InlineData("    #pragma warning disable CA1031 //", true)]
    [InlineData("#pragma warning disable CA1031 // The last line of defence.", false)]
    [InlineData("#pragma warning restore CA1031", false)]
    public void UnexplainedPragma_Line_IsTold(string line, bool expected) => Assert.Equal(expected, UnexplainedPragma().IsMatch(line));

    [Fact]
    public void All_Files_AreThoseOfTheCheckout()
    {
        Assert.Contains(SourceFile.All, file => file.Path == "src/Hongyan.Protocol/Incoming/TextMessage.cs");
        Assert.Contains(SourceFile.All, file => file.Path == "tests/Repository.Tests/Architecture/SourceFileTests.cs");
        Assert.DoesNotContain(SourceFile.All, file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> LinesThat(Regex pattern) =>
        SourceFile.All.SelectMany(file => file.Lines.Index().Where(line => pattern.IsMatch(line.Item)).Select(line => $"{file.Path}:{line.Index + 1}"));

    [GeneratedRegex(@"^\s*#region\b")]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b(?!.*//\s*\S)")]
    private static partial Regex UnexplainedPragma();
}
