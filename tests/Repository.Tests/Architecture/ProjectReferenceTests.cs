using System.Xml.Linq;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>The arrows of ARCHITECTURE.md, and that nothing is left out of the solution.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>What each project refers to: the diagram, row by row. A new arrow is drawn there first.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Hongyan.Protocol"] = [],
        ["Hongyan.Bots"] = ["Hongyan.Protocol"],
        ["Hongyan.Client"] = ["Hongyan.Protocol"],
        ["Hongyan.AspNetCore"] = ["Hongyan.Bots", "Hongyan.Client"],
        ["Hongyan.Storage"] = ["Hongyan.Bots", "Hongyan.Client"],
        ["Hongyan.Testing"] = ["Hongyan.AspNetCore"],
        ["Cli"] = ["Hongyan.Client"],
        ["Simulator"] = ["Hongyan.Protocol"],
        ["Hub"] = ["Hongyan.Storage"],
        ["IssueDesk"] = ["Hongyan.AspNetCore", "Hongyan.Storage", "Hub"],
        ["Server"] = ["Hongyan.AspNetCore", "Hongyan.Storage", "Hub", "IssueDesk", "Simulator"],
    };

    [Fact]
    public void ProjectReference_OfEveryShippedProject_IsAnArrowOfTheDiagram()
    {
        var problems = new List<string>();
        foreach (var project in ProjectFile.All.Where(project => project.IsShipped))
        {
            if (!Arrows.TryGetValue(project.Name, out var allowed))
            {
                problems.Add($"{project.Path} is not in the diagram: draw it in ARCHITECTURE.md, then add its row here.");
                continue;
            }

            problems.AddRange(project.References.Except(allowed).Select(target =>
                $"{project.Name} → {target} is not in the diagram: arrows go down, towards Hongyan.Protocol; {project.Name} may refer to {Names(allowed)} only."));
            problems.AddRange(allowed.Except(project.References).Select(target =>
                $"{project.Name} → {target} is in the diagram but not in {project.Path}: take it out of both or put it back."));
        }

        Problems.AssertNone(problems);
    }

    [Fact]
    public void Diagram_EveryRow_HasAProject()
    {
        var names = ProjectFile.All.Select(project => project.Name);

        Problems.AssertNone(Arrows.Keys.Except(names).Select(name => $"{name} is in the diagram, but there is no such project."));
    }

    [Fact]
    public void ProjectReference_ToATestOrABenchmark_IsRefused() =>
        Problems.AssertNone(
            from project in ProjectFile.All
            from target in project.References
            where !ProjectFile.All.Any(other => other.Name == target && other.IsShipped)
            select $"{project.Name} → {target}: nothing refers to a test or a benchmark.");

    [Fact]
    public void Solution_Projects_AreAllThereAre()
    {
        var solution = XDocument.Load(RepositoryRoot.Combine("Hongyan.slnx"))
            .Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value.Replace('\\', '/'));

        Assert.Equal(ProjectFile.All.Select(project => project.Path).Order(StringComparer.Ordinal), solution.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TestProjects_MirrorWhatTheyTest()
    {
        // These look at more than one project, so they have no counterpart of their own.
        string[] whole = ["Browser.Tests", "Conformance.Tests", "Repository.Tests"];
        var tests = ProjectFile.All.Where(project => project.Root == "tests").Select(project => project.Name).Except(whole);
        var tested = ProjectFile.All.Where(project => project.IsShipped).Select(project => project.Name + ".Tests");

        Assert.Equal(tested.Order(StringComparer.Ordinal), tests.Order(StringComparer.Ordinal));
    }

    private static string Names(string[] projects) => projects.Length == 0 ? "nothing" : string.Join(" and ", projects);
}
