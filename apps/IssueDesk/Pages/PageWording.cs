using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Hongyan.IssueDesk.Pages;

/// <summary>Says things on the desk's pages in the reader's language.</summary>
internal sealed class PageWording(IStringLocalizer<PageTexts> texts)
{
    /// <summary>A sentence, with its places filled.</summary>
    public string this[string key, params IReadOnlyList<object> arguments] =>
        arguments.Count == 0 ? texts[key].Value : string.Format(CultureInfo.CurrentCulture, texts[key].Value, [.. arguments]);

    /// <summary>A sentence; null where there is none.</summary>
    public string? Find(string key) => texts[key] is { ResourceNotFound: false } text ? text.Value : null;
}
