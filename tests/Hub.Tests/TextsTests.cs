using System.Globalization;
using System.Text.RegularExpressions;
using Hongyan.Hub.Accounts;
using Hongyan.Hub.Resources;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.Storage;
using Hongyan.Storage.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Hongyan.Hub.Tests;

public sealed partial class TextsTests
{
    [Fact]
    public async Task Texts_EveryKey_ExistsInBothLanguagesWithTheSamePlaces()
    {
        await using var running = await RunningConsole.StartAsync();
        var chinese = Read(running, "zh-CN");
        var english = Read(running, "en");

        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, pair => Assert.Equal(PlacesOf(pair.Value), PlacesOf(english[pair.Key])));
        // A forgotten translation is most often a copy of the original; a language's name is in that language, and 你好 is what one says to the bot.
        Assert.All(english.Where(pair => pair.Key is not ("Layout_OtherLanguage" or "Inbox_EmptyHelp")), pair => Assert.False(HasChinese(pair.Value), $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public async Task Texts_EveryRoleAndState_HasItsWords()
    {
        await using var running = await RunningConsole.StartAsync();
        var texts = Read(running, "zh-CN");

        Assert.All(Enum.GetNames<ConsoleRole>(), role => Assert.Contains($"Role_{role}_Help", texts.Keys));
        Assert.All(Enum.GetNames<InboxState>(), state => Assert.Contains($"InboxState_{state}", texts.Keys));
        Assert.All(Enum.GetNames<OutboxState>(), state => Assert.Contains($"OutboxState_{state}_Help", texts.Keys));
        Assert.All(Enum.GetNames<HandOver>(), way => Assert.Contains($"HandOver_{way}_Help", texts.Keys));
    }

    [Fact]
    public void Page_OfTheHub_HoldsNoChinese()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceOfThisFile())!, "../../apps/Hub"));
        var lines = Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(HasChinese).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));

        Assert.Empty(lines);
    }

    private static Dictionary<string, string> Read(RunningConsole running, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(language);
            return running.Services.GetRequiredService<IStringLocalizer<Texts>>().GetAllStrings(includeParentCultures: language == "zh-CN")
                .ToDictionary(text => text.Name, text => text.Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string SourceOfThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static IEnumerable<string> PlacesOf(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
