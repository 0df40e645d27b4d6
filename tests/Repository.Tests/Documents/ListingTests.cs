namespace Hongyan.Repository.Tests.Documents;

/// <summary>Code in a document is code that compiles: a sample, or a part of a file of a test project.</summary>
public sealed class ListingTests
{
    [Fact]
    public void CSharpListing_OfEveryDocument_EqualsItsSource()
    {
        var problems = new List<string>();
        foreach (var listing in MarkdownDocument.All.SelectMany(document => document.Listings()).Where(listing => listing.Language == "csharp"))
        {
            if (listing.Source is null)
            {
                problems.Add($"{listing.Place}: the line above the listing has to be '<!-- listing: path -->' or '<!-- listing: path#name -->', so that it is compiled.");
                continue;
            }
            if (!IsCompiled(listing.Source))
                problems.Add($"{listing.Place}: {listing.Source} is neither a sample nor in the folder Listings of a test project, so nobody compiles it.");
            if (Difference(listing, ListingSource.Read(listing.Source)) is { } difference)
                problems.Add(difference);
        }

        Problems.AssertNone(problems);
    }

    [Fact]
    public void CSharpListing_OfEveryReadme_IsThere()
    {
        string[] readmes = ["README.md", "README.zh-CN.md"];

        Assert.All(readmes, readme => Assert.Equal(
            ["samples/01-echo.cs", "tests/Repository.Tests/Listings/SchoolBot.cs#routes", "tests/Repository.Tests/Listings/TwoFunctions.cs#routes"],
            MarkdownDocument.Get(readme).Listings().Select(listing => listing.Source).OfType<string>()));
    }

    /// <summary>Samples are started by tests; the rest is part of a test project.</summary>
    private static bool IsCompiled(string source) =>
        source.StartsWith("samples/", StringComparison.Ordinal)
        || (source.StartsWith("tests/", StringComparison.Ordinal) && source.Contains("/Listings/", StringComparison.Ordinal));

    private static string? Difference(Listing listing, IReadOnlyList<string> source)
    {
        for (var i = 0; i < Math.Max(listing.Lines.Count, source.Count); i++)
        {
            var shown = i < listing.Lines.Count ? listing.Lines[i] : "(end)";
            var real = i < source.Count ? source[i] : "(end)";
            if (shown != real)
                return $"{listing.Place}: line {i + 1} is '{shown}', but {listing.Source} has '{real}'.";
        }
        return null;
    }
}
