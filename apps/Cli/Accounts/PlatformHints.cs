using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Accounts;

/// <summary>What to do about an errcode, in the language of the program: Chinese for the codes that people meet, the library's English otherwise.</summary>
internal static partial class PlatformHints
{
    private static readonly ResourceManager Hints = new("Hongyan.Cli.Resources.Hints", typeof(PlatformHints).Assembly);

    /// <summary>The hint, or null where nothing better than the platform's own text is known.</summary>
    public static string? For(Platform platform, PlatformApiException refusal)
    {
        if (Texts.Language.TwoLetterISOLanguageName != "zh")
            return refusal.Hint;
        var text = Hints.GetString(string.Create(CultureInfo.InvariantCulture, $"{platform}.{refusal.Code}"), CultureInfo.InvariantCulture);
        return text is null ? refusal.Hint : string.Format(CultureInfo.InvariantCulture, text, AddressIn(refusal.PlatformMessage) ?? Texts.Get("Hint.ThisAddress"));
    }

    /// <summary>The public address that the platform saw, as it says with 60020 and 40164; null where it does not say.</summary>
    public static string? AddressIn(string message)
    {
        var address = Address().Match(message).Groups[1].Value.TrimEnd('.');
        return IPAddress.TryParse(address, out _) ? address : null;
    }

    [GeneratedRegex(@"(?:from ip: |invalid ip )([0-9a-fA-F.:]{3,45})", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
