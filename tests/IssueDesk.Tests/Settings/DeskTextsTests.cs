using Hongyan.IssueDesk.Resources;
using Hongyan.IssueDesk.Settings;
using System.Collections;
using System.Globalization;
using System.Resources;

namespace Hongyan.IssueDesk.Tests.Settings;

public class DeskTextsTests
{
    [Fact]
    public void Texts_InEnglish_HaveTheSameNamesAndVariables()
    {
        var chinese = Read(CultureInfo.InvariantCulture);
        var english = Read(CultureInfo.GetCultureInfo("en"));

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese, text => Assert.Equal(DeskTexts.Variables(text.Value).Order(StringComparer.Ordinal), DeskTexts.Variables(english[text.Key]).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Created", "好了：{key}")]
    [InlineData("Cancelled", "不提了")]
    public void FindProblems_UsableText_FindsNone(string name, string text) => Assert.Empty(Find(name, text));

    [Theory]
    [InlineData("Created", "好了：{key} {ley}", "{ley} is no variable")]
    [InlineData("Created", "好了：{title}", "{key} is missing")]
    [InlineData("Kept", "留着了", "{title} is missing")]
    [InlineData("Cancelled", "{key} 不提了", "It has none")]
    [InlineData("Craeted", "好了", "no text of this name")]
    [InlineData("Created", " ", "empty")]
    public void FindProblems_WrongText_SaysWhat(string name, string text, string problem) => Assert.Contains(problem, Assert.Single(Find(name, text)), StringComparison.Ordinal);

    private static IEnumerable<string> Find(string name, string text) => DeskTexts.FindProblems([KeyValuePair.Create(name, text)]);

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager(typeof(Texts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
