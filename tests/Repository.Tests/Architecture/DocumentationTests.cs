using System.Reflection;
using System.Xml.Linq;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>
/// The compiler refuses a public member without a comment (CS1591 is an error in src); these look at what it cannot see:
/// that there is a summary in it, and that it says more than the signature.
/// </summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Libraries() => [.. ProjectFile.All.Where(project => project.Root == "src").Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Member_OfALibrary_HasASummary(string library) =>
        Problems.AssertNone(Members(library)
            .Where(member => member.Element("inheritdoc") is null && string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => $"{member.Attribute("name")!.Value} in {library} has no summary."));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Summary_OfALibrary_DoesNotRepeatTheSyntax(string library) =>
        Problems.AssertNone(Members(library)
            .Where(member => member.Element("summary")?.Value.TrimStart().StartsWith("Gets ", StringComparison.Ordinal) == true)
            .Select(member => $"{member.Attribute("name")!.Value} in {library}: 'Gets …' tells what the braces tell; say what the caller gets."));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void ExportedType_OfALibrary_IsDocumented(string library)
    {
        var documented = Members(library).Select(member => member.Attribute("name")!.Value).ToHashSet();

        Problems.AssertNone(Assembly.Load(library).GetExportedTypes()
            .Where(type => !documented.Contains($"T:{NameInComments(type)}"))
            .Select(type => $"{type.FullName} in {library} is not in the documentation file."));
    }

    /// <summary>What the documentation file says about what is public; it also holds comments of internal members, which are the writer's own business.</summary>
    private static IEnumerable<XElement> Members(string library)
    {
        var exported = Assembly.Load(library).GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(member => $"{NameInComments(type)}.{member.Name.Replace('.', '#')}")
                .Prepend(NameInComments(type)))
            .ToHashSet();
        return XDocument.Load(Path.Combine(AppContext.BaseDirectory, library + ".xml")).Descendants("member")
            .Where(member => exported.Contains(NameOnly(member.Attribute("name")!.Value)));
    }

    private static string NameInComments(Type type) => type.FullName!.Replace('+', '.');

    /// <summary>What is left of <c>M:Hongyan.BotScope.On``1(System.Delegate)</c> without its kind, its parameters and its arity.</summary>
    private static string NameOnly(string name) => name[2..].Split('(')[0].Split("``")[0];
}
