using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Pages;
using Hongyan.IssueDesk.Pages.Drafts;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Tests.Pages;

public partial class PageTextsTests
{
    [Fact]
    public void Texts_EveryKey_ExistsInBothLanguagesWithTheSamePlaces()
    {
        var (chinese, english) = (Read(CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo("en")));

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese, pair => Assert.Equal(PlacesOf(pair.Value), PlacesOf(english[pair.Key])));
        // The example is what one says to a bot that listens for Chinese words.
        Assert.All(english.Where(pair => pair.Key != "Try_Example"), pair => Assert.False(HasChinese(pair.Value), $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void Texts_EveryKeyThatAPageNames_IsThere()
    {
        var known = Read(CultureInfo.InvariantCulture);
        var named = Sources("*.razor").Concat(Sources("*.cs")).SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value)).Distinct();

        Assert.DoesNotContain(named, key => !known.ContainsKey(key));
    }

    [Fact]
    public void Texts_EveryStateDecisionAndVariable_HasItsWords()
    {
        var known = Read(CultureInfo.InvariantCulture);

        Assert.All(Enum.GetNames<DraftStatus>(), state => Assert.Contains($"Draft_{state}_Help", known.Keys));
        Assert.All(Enum.GetNames<FixedOrigin>(), origin => Assert.Contains($"Fixed_{origin}", known.Keys));
        Assert.All(Enum.GetNames<DraftDecision>(), decision => Assert.All(["_Title", "_Effect", "_Person", "_Confirm"], part => Assert.Contains($"Decide_{decision}{part}", known.Keys)));
        var variables = DeskTexts.AllNames.SelectMany(name => DeskTexts.Variables(new ResourceManager(typeof(Hongyan.IssueDesk.Resources.Texts)).GetString(name, CultureInfo.InvariantCulture)!)).Distinct();
        Assert.All(variables, variable => Assert.Contains($"Sample_{variable}", known.Keys));
    }

    [Fact]
    public void Page_OfTheDesk_HoldsNoChinese() =>
        Assert.Empty(Sources("*.razor").SelectMany(file => File.ReadLines(file).Where(line => HasChinese(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceOfThisFile())!, "../../../apps/IssueDesk/Pages")), pattern, SearchOption.AllDirectories);

    private static string SourceOfThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager(typeof(PageTexts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> PlacesOf(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("""(?:\bT\[|\bT\.Find\()"(?<key>\w+)"|"(?<key>(?:Problem|Hint)_\w+)"|\? "(?<key>[A-Z]\w+_\w+)" : """)]
    private static partial Regex Named();
}
