using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Hongyan.Hub.Resources;

/// <summary>Says things in the reader's language (Chinese first).</summary>
public sealed class Wording(IStringLocalizer<Texts> texts)
{
    /// <summary>A sentence, with its places filled.</summary>
    public string this[string key, params IReadOnlyList<object> arguments] =>
        arguments.Count == 0 ? texts[key].Value : string.Format(CultureInfo.CurrentCulture, texts[key].Value, [.. arguments]);

    /// <summary>A sentence; null where there is none.</summary>
    public string? Find(string key) => texts[key] is { ResourceNotFound: false } text ? text.Value : null;
}
