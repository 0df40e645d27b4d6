using System.Buffers;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>A document names nothing that is not there.</summary>
public sealed class LinkTests
{
    private static readonly string[] TopFolders = ["src", "apps", "samples", "tests", "bench", "docs", "deploy", "eng", ".ci"];
    private static readonly string[] FileEndings = [".cs", ".csproj", ".slnx", ".props", ".md", ".json", ".sh", ".xml"];

    /// <summary>A span with one of these is a command, an address or a pattern.</summary>
    private static readonly SearchValues<char> NotInAPath = SearchValues.Create(" *<>{}…=?\"':()");

    [Fact]
    public void RelativeLink_OfEveryDocument_LeadsSomewhere()
    {
        var problems = from document in MarkdownDocument.All
                       from target in document.Links()
                       where !IsElsewhere(target) && !Exists(document.Folder, target.Split('#')[0])
                       select $"{document.Path} links to {target}, which is not there.";

        Problems.AssertNone(problems);
    }

    [Fact]
    public void Path_MentionedInAnyDocument_IsThere()
    {
        var problems = from document in MarkdownDocument.All
                       from code in document.CodeSpans()
                       where IsPath(code) && !Exists("", code) && !Exists(document.Folder, code)
                       select $"{document.Path} mentions {code}, which is not there.";

        Problems.AssertNone(problems);
    }

    [Theory]
    [InlineData("README.md", "CONTRIBUTING.md")]
    [InlineData("README.md", "docs/images/first-chat.png")]
    [InlineData("docs/start/README.md", "../errors/HY1010.md")]
    public void Links_OfAKnownDocument_AreFound(string document, string target) => Assert.Contains(target, MarkdownDocument.Get(document).Links());

    [Theory]
    [InlineData("apps/Server", true)]
    [InlineData("samples/01-echo.cs", true)]
    [InlineData("Routing/BotRouter.cs", true)]
    [InlineData("./test.sh", true)]
    [InlineData("/callback/{account}", false)]
    [InlineData("text/xml", false)]
    [InlineData("tests/corpus/wecom/<kind>.xml", false)]
    [InlineData("dotnet run --project apps/Server", false)]
    public void IsPath_CodeSpan_IsTold(string code, bool expected) => Assert.Equal(expected, IsPath(code));

    private static bool IsElsewhere(string target) => target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#');

    private static bool IsPath(string code)
    {
        if (!code.Contains('/', StringComparison.Ordinal) || code.StartsWith('/') || code.AsSpan().ContainsAny(NotInAPath))
            return false;
        return TopFolders.Contains(code.Split('/')[0]) || FileEndings.Any(ending => code.EndsWith(ending, StringComparison.Ordinal));
    }

    private static bool Exists(string folder, string path)
    {
        var full = Path.Combine(RepositoryRoot.Combine(folder), path);
        return File.Exists(full) || Directory.Exists(full);
    }
}
