namespace Hongyan.Repository.Tests;

/// <summary>Rules that are checked over many files report all that is wrong at once, a sentence each.</summary>
internal static class Problems
{
    /// <summary>Fails with every sentence, or passes when there is none.</summary>
    public static void AssertNone(IEnumerable<string> problems)
    {
        var sentences = problems.ToList();
        if (sentences.Count > 0)
            Assert.Fail($"{sentences.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, sentences)}");
    }
}
