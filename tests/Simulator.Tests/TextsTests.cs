using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Hongyan.Simulator.Tests;

public sealed class TextsTests
{
    // The console's own error, and a language's name in that language.
    private static readonly string[] ChineseInEnglish = ["Account_Timeout", "Account_WrongToken", "Callback_NotVerified", "Layout_OtherLanguage"];

    [Fact]
    public async Task Texts_EveryKey_ExistsInBothLanguages()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        var chinese = Read(simulator, "zh-CN");
        var english = Read(simulator, "en");

        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        // A forgotten translation is most often a copy of the original.
        Assert.All(english.Where(pair => !ChineseInEnglish.Contains(pair.Key)), pair => Assert.False(HasChinese(pair.Value), $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public async Task Texts_EveryFindingEventAndType_HasASentence()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        var texts = Read(simulator, "zh-CN");
        var wording = simulator.Services.GetRequiredService<Wording>();

        Assert.All(Enum.GetNames<FindingKind>(), kind => Assert.Contains($"Finding_{kind}", texts.Keys));
        Assert.All(Enum.GetNames<FaultKind>(), kind => Assert.Contains($"Fault_{kind}", texts.Keys));
        Assert.All(Enum.GetNames<FaultKind>(), kind => Assert.Contains($"FaultEffect_{kind}", texts.Keys));
        Assert.All(WeComEvents.All, kind => Assert.Contains($"Event_{kind.Name}", texts.Keys));
        Assert.All(OfficialAccountEvents.All, kind => Assert.NotEqual($"Event_{kind.Name}", wording.NameOfEvent(kind.Name)));
        Assert.All(OfficialAccountMessages.All, kind => Assert.Contains($"Type_{kind.Name}", texts.Keys));
        Assert.All(WeComMessages.All, kind => Assert.Contains($"Type_{kind.Name}", texts.Keys));
    }

    private static Dictionary<string, string> Read(RunningSimulator simulator, string language)
    {
        var before = Thread.CurrentThread.CurrentUICulture;
        try
        {
            Thread.CurrentThread.CurrentUICulture = new(language);
            return simulator.Services.GetRequiredService<IStringLocalizer<Texts>>().GetAllStrings(includeParentCultures: language == "zh-CN")
                .ToDictionary(text => text.Name, text => text.Value);
        }
        finally
        {
            Thread.CurrentThread.CurrentUICulture = before;
        }
    }

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
