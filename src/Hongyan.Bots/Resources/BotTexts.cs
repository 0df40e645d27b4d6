using System.Globalization;
using System.Resources;

namespace Hongyan;

/// <summary>What the library itself says to people: BotTexts.resx is Chinese, BotTexts.en.resx English.</summary>
internal static class BotTexts
{
    private static readonly ResourceManager Texts = new(typeof(BotTexts));

    /// <summary>The text in the language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"There is no text called {name}.");
}
