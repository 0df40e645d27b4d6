using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Hongyan.Server.Push;

namespace Hongyan.Server.Tests.Push;

public sealed partial class PushTextsTests
{
    private static readonly ResourceManager Resources = new("Hongyan.Server.Push.PushTexts", typeof(PushTexts).Assembly);

    [Fact]
    public void Texts_EveryKey_ExistsInBothLanguagesWithTheSameHoles()
    {
        var chinese = Read(CultureInfo.InvariantCulture);
        var english = Read(CultureInfo.GetCultureInfo("en"));

        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, pair => Assert.Equal(HolesOf(pair.Value), HolesOf(english[pair.Key])));
    }

    private static Dictionary<string, string> Read(CultureInfo language) => Resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> HolesOf(string text) => Hole().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
