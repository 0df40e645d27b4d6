using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Hongyan.IssueDesk.Resources;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Settings;

/// <summary>What the desk says, in the language of the bots, with <c>{variables}</c>. <c>IssueDesk:Texts</c> may word each differently.</summary>
internal sealed partial class DeskTexts(DeskSettings settings, IOptions<BotOptions> bots)
{
    private static readonly ResourceManager Usual = new(typeof(Texts));

    private readonly CultureInfo _language = CultureInfo.GetCultureInfo(bots.Value.Language);

    /// <summary>Such as zh-CN.</summary>
    public string Language => _language.Name;

    /// <summary>The text of a name, its variables filled in.</summary>
    public string Get(string name, params ReadOnlySpan<(string Name, object? Value)> variables)
    {
        var text = settings.Current.Texts.TryGetValue(name, out var own) ? own : UsualText(name, _language);
        if (variables.IsEmpty)
            return text;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (variable, value) in variables)
            values[variable] = Convert.ToString(value, _language);
        // At once, so that a brace in somebody's report is no variable.
        return Variable().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value ?? "" : match.Value);
    }

    /// <summary>What is wrong with texts that were worded differently, a sentence each.</summary>
    public static IEnumerable<string> FindProblems(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (name, text) in texts)
        {
            if (Usual.GetString(name, CultureInfo.InvariantCulture) is not { } usual)
            {
                yield return $"{name}: there is no text of this name.";
                continue;
            }
            if (string.IsNullOrWhiteSpace(text))
                yield return $"{name} is empty.";
            var known = Variables(usual);
            foreach (var unknown in Variables(text).Except(known))
                yield return $"{name}: {{{unknown}}} is no variable of this text. It has {(known.Count == 0 ? "none" : string.Join(", ", known.Select(each => $"{{{each}}}")))}.";
        }
    }

    /// <summary>The names of the variables in a text.</summary>
    public static IReadOnlyList<string> Variables(string text) => [.. Variable().Matches(text).Select(match => match.Groups["name"].Value).Distinct()];

    private static string UsualText(string name, CultureInfo language) =>
        Usual.GetString(name, language) ?? throw new MissingManifestResourceException($"There is no text called {name}.");

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Variable();
}
