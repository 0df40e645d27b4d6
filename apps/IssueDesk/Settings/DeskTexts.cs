using System.Collections;
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

    /// <summary>Variables that say which bug, which field or what was answered: a text that has one of them says nothing without it.</summary>
    private static readonly string[] Needed = ["answer", "field", "key", "number", "options"];

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
        return Fill(text, values);
    }

    /// <summary>Fills the variables in, all at once, so that a brace in somebody's report is no variable.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Variable().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value ?? "" : match.Value);

    /// <summary>The names of all texts, in their order.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
        [.. Usual.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];

    /// <summary>The text as it stands, with its variables.</summary>
    public string GetPattern(string name) => settings.Current.Texts.TryGetValue(name, out var own) ? own : GetUsual(name);

    /// <summary>The text as it comes with the desk.</summary>
    public string GetUsual(string name) => UsualText(name, _language);

    /// <summary>Variables that a wording uses and its text does not have, and those that it may not leave out and does.</summary>
    public static (IReadOnlyList<string> Unknown, IReadOnlyList<string> Missing) CompareVariables(string usual, string text)
    {
        var (known, used) = (Variables(usual), Variables(text));
        var needed = known.Count == 1 ? known : known.Intersect(Needed);
        return ([.. used.Except(known)], [.. needed.Except(used)]);
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
            {
                yield return $"{name} is empty.";
                continue;
            }
            var known = Variables(usual);
            var (unknown, missing) = CompareVariables(usual, text);
            foreach (var variable in unknown)
                yield return $"{name}: {{{variable}}} is no variable of this text. It has {(known.Count == 0 ? "none" : string.Join(", ", known.Select(each => $"{{{each}}}")))}.";
            foreach (var variable in missing)
                yield return $"{name}: {{{variable}}} is missing; without it the text does not say what it is about.";
        }
    }

    /// <summary>The names of the variables in a text.</summary>
    public static IReadOnlyList<string> Variables(string text) => [.. Variable().Matches(text).Select(match => match.Groups["name"].Value).Distinct()];

    private static string UsualText(string name, CultureInfo language) =>
        Usual.GetString(name, language) ?? throw new MissingManifestResourceException($"There is no text called {name}.");

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Variable();
}
