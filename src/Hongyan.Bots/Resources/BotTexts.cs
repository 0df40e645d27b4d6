using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>What the library itself says to people: BotTexts.resx is Chinese, BotTexts.en.resx English.</summary>
/// <remarks>In the language of the options, not of the process: a server that was set up in English still talks to people in Chinese.</remarks>
internal sealed class BotTexts(IOptions<BotOptions> options)
{
    private static readonly ResourceManager Texts = new(typeof(BotTexts));

    private readonly CultureInfo _language = CultureInfo.GetCultureInfo(options.Value.Language);

    /// <summary>The text in the language of <see cref="BotOptions.Language"/>.</summary>
    public string Get(string name) =>
        Texts.GetString(name, _language) ?? throw new MissingManifestResourceException($"There is no text called {name}.");
}
