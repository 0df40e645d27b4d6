using System.Globalization;
using System.Resources;

namespace Hongyan.Cli.Resources;

/// <summary>What the program says: Texts.resx is Chinese, Texts.en.resx English. <c>HONGYAN_LANGUAGE=en</c> chooses; the machine's own language does not matter.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("Hongyan.Cli.Resources.Texts", typeof(Texts).Assembly);
    private static readonly CultureInfo OfTheEnvironment = CultureInfo.GetCultureInfo(Environment.GetEnvironmentVariable("HONGYAN_LANGUAGE") is "en" ? "en" : "zh-CN");
    private static readonly AsyncLocal<CultureInfo?> OfTheCommand = new();

    /// <summary>The language: of the command where it has one, of the process otherwise.</summary>
    public static CultureInfo Language
    {
        get => OfTheCommand.Value ?? OfTheEnvironment;
        set => OfTheCommand.Value = value;
    }

    public static string Get(string name, params ReadOnlySpan<object?> values)
    {
        var text = Resources.GetString(name, Language) ?? throw new ArgumentException($"There is no text '{name}'.", nameof(name));
        return values.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
