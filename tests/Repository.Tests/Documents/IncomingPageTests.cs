namespace Hongyan.Repository.Tests.Documents;

/// <summary>docs/concepts/incoming.md has a row for every record that can arrive, and is made from them.</summary>
public sealed class IncomingPageTests
{
    /// <summary>Set to anything, the page is rewritten instead of compared.</summary>
    private const string Rewrite = "HONGYAN_REWRITE_DOCS";

    [Fact]
    public void Page_IsWhatTheRecordsSay()
    {
        var file = RepositoryRoot.Combine(IncomingPage.Path);
        var page = File.ReadAllText(file);
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 })
            File.WriteAllText(file, page = IncomingPage.Render(page));
        Assert.True(page == IncomingPage.Render(page),
            $"{IncomingPage.Path} is not what the records say. Rewrite it: {Rewrite}=1 dotnet run --project tests/Repository.Tests -- -class '*{nameof(IncomingPageTests)}'");
    }

    /// <summary>A host of both platforms has both namespaces open.</summary>
    [Fact]
    public void Record_OfEitherPlatform_HasANameOfItsOwn() => Problems.AssertNone(typeof(Incoming).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(Incoming)))
        .GroupBy(type => type.Name).Where(group => group.Count() > 1)
        .Select(group => $"{string.Join(" and ", group.Select(type => type.FullName))}: one of them needs another name."));

    [Fact]
    public void Summary_OfEveryRecord_HasItsChineseName() => Problems.AssertNone(IncomingPage.Records
        .Where(record => IncomingPage.ChineseNameOf(record).Length == 0)
        .Select(record => $"{record.FullName}: its summary has no Chinese name in brackets."));
}
