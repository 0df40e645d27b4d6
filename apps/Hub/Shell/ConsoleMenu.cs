using System.Reflection;
using Hongyan.Hub.Accounts;
using Microsoft.Extensions.Localization;

namespace Hongyan.Hub.Shell;

/// <summary>All groups: those of the applications first, the console's own last.</summary>
internal sealed class ConsoleMenu(IEnumerable<ConsoleMenuGroup> groups, IStringLocalizerFactory texts)
{
    public IReadOnlyList<ConsoleMenuGroup> Groups { get; } =
        [.. groups.OrderBy(group => group.Texts.Assembly == typeof(ConsoleMenu).Assembly)];

    /// <summary>Where pages are to be found beside the console's own.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; } =
        [.. groups.Select(group => group.Texts.Assembly).Where(assembly => assembly != typeof(ConsoleMenu).Assembly).Distinct()];

    /// <summary>The pages that somebody may see, by group; groups of which nothing is left are left out.</summary>
    public IEnumerable<(string Title, IReadOnlyList<(string Path, string Title)> Pages)> For(ConsoleUser user) =>
        from entry in Groups
        let localizer = texts.Create(entry.Texts)
        let pages = entry.Pages.Where(page => user.Can(page.Role)).Select(page => (page.Path, localizer[page.TitleKey].Value)).ToList()
        where pages.Count > 0
        select (localizer[entry.TitleKey].Value, (IReadOnlyList<(string, string)>)pages);

    /// <summary>The page of the menu that an address belongs to; null where it belongs to none.</summary>
    public (string Group, string Title, string Path)? Find(string path) =>
        Groups.SelectMany(entry => entry.Pages.Where(page => page.Holds(path)).Select(page => (entry, page)))
            .OrderByDescending(found => found.page.Path.Length)
            .Select(found => ((string, string, string)?)(texts.Create(found.entry.Texts)[found.entry.TitleKey], texts.Create(found.entry.Texts)[found.page.TitleKey], found.page.Path))
            .FirstOrDefault();

    /// <summary>A text of any group; null where none has it.</summary>
    public string? FindText(string key) =>
        Groups.Select(entry => texts.Create(entry.Texts)[key]).FirstOrDefault(text => !text.ResourceNotFound)?.Value;
}
