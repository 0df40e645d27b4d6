using System.Reflection;
using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>docs/concepts/messages.md has a row for every record that can arrive, with all it holds.</summary>
public sealed partial class MessagePageTests
{
    private static readonly string[] OfEveryRecord =
        [.. new[] { typeof(Incoming), typeof(IncomingMessage), typeof(IncomingEvent) }.SelectMany(type => type.GetProperties()).Select(property => property.Name)];

    private static readonly Type[] Records = [.. typeof(Incoming).Assembly.GetExportedTypes().Where(type => type.IsSealed && type.IsAssignableTo(typeof(Incoming)))];

    private static readonly Dictionary<string, string> Rows = MarkdownDocument.Get("docs/concepts/messages.md").Lines
        .Select(line => Row().Match(line)).Where(match => match.Success)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Value, StringComparer.Ordinal);

    [Fact]
    public void Record_OfEveryKind_HasARow() =>
        Assert.Equal(Records.Select(type => type.Name).Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Row_OfEveryRecord_NamesAllItHolds()
    {
        var problems = from type in Records
                       where Rows.ContainsKey(type.Name)
                       from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                       where !OfEveryRecord.Contains(property.Name) && !Rows[type.Name].Contains($"`{property.Name}`", StringComparison.Ordinal)
                       select $"docs/concepts/messages.md: the row of {type.Name} does not name {property.Name}.";

        Problems.AssertNone(problems);
    }

    [Fact]
    public void Row_OfARecordThatOnlyWeComHas_SaysSo() =>
        Problems.AssertNone(Records
            .Where(type => Rows.TryGetValue(type.Name, out var row) && row.Contains("（WeCom）", StringComparison.Ordinal) != (type.Namespace == "Hongyan.WeCom"))
            .Select(type => $"docs/concepts/messages.md: {type.Name} is in namespace {type.Namespace}; '（WeCom）' marks those of Hongyan.WeCom."));

    [GeneratedRegex(@"^\| `(?<name>\w+)`.*$")]
    private static partial Regex Row();
}
