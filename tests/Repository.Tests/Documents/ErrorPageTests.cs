using System.Text.RegularExpressions;
using Hongyan.Repository.Tests.Architecture;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>Every start-up error has its page, and every page its error.</summary>
public sealed partial class ErrorPageTests
{
    private static readonly string[] Paragraphs = ["**什么意思**：", "**怎么改**：", "**In English**: "];

    private static readonly string[] Pages =
        [.. MarkdownDocument.All.Select(document => PagePath().Match(document.Path)).Where(match => match.Success).Select(match => match.Groups["code"].Value)];

    private static readonly string[] Thrown =
    [
        .. SourceFile.All.Where(file => file.Path.Split('/')[0] is "src" or "apps")
            .SelectMany(file => file.Lines).SelectMany(line => ErrorNumber().Matches(line)).Select(match => match.Value).Distinct(),
    ];

    [Fact]
    public void Code_InTheSource_HasAPage() => Problems.AssertNone(Thrown.Except(Pages).Select(code => $"{code} occurs in the source but has no docs/errors/{code}.md."));

    [Fact]
    public void Page_InTheDocuments_HasACode() => Problems.AssertNone(Pages.Except(Thrown).Select(code => $"docs/errors/{code}.md explains a code that nothing in src or apps mentions."));

    [Fact]
    public void Page_Content_SaysWhatItMeansAndHowToMendIt()
    {
        var problems = new List<string>();
        foreach (var code in Pages)
        {
            var lines = MarkdownDocument.Get($"docs/errors/{code}.md").Lines;
            if (!lines[0].StartsWith($"# {code} ", StringComparison.Ordinal))
                problems.Add($"docs/errors/{code}.md: the heading is '# {code} …'.");
            problems.AddRange(Paragraphs
                .Where(part => !lines.Any(line => line.StartsWith(part, StringComparison.Ordinal)))
                .Select(part => $"docs/errors/{code}.md has no paragraph that starts with {part}"));
        }

        Problems.AssertNone(problems);
    }

    [Fact]
    public void Index_OfTheErrors_ListsEveryPage()
    {
        var rows = MarkdownDocument.Get("docs/errors/README.md").Lines.Select(line => IndexRow().Match(line)).Where(match => match.Success);

        Assert.Equal(Pages.Order(StringComparer.Ordinal), rows.Select(match => match.Groups["code"].Value));
    }

    [GeneratedRegex(@"^docs/errors/(?<code>HY\d{4})\.md$")]
    private static partial Regex PagePath();

    [GeneratedRegex(@"\bHY\d{4}\b")]
    private static partial Regex ErrorNumber();

    [GeneratedRegex(@"^\| \[(?<code>HY\d{4})\]\(\k<code>\.md\) \|")]
    private static partial Regex IndexRow();
}
