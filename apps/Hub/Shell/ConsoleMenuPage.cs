using System.Reflection;
using Hongyan.Hub.Accounts;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Hub.Shell;

/// <summary>A page that the menu shows.</summary>
/// <param name="Path">Its address.</param>
/// <param name="TitleKey">Its title: a key in the texts of its group.</param>
/// <param name="Role">Who may see it.</param>
internal sealed record ConsoleMenuPage(string Path, string TitleKey, ConsoleRole Role)
{
    public static ConsoleMenuPage Of(Type page, string titleKey)
    {
        var path = page.GetCustomAttributes<RouteAttribute>().Select(route => route.Template)
            .Where(template => !template.Contains('{', StringComparison.Ordinal)).MinBy(template => template.Length);
        if (path?.StartsWith(ConsolePaths.Root + "/", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"{page.Name} needs a route below {ConsolePaths.Root}/ without parameters to be in the menu.");
        var access = page.GetCustomAttribute<ConsolePageAttribute>()
            ?? throw new InvalidOperationException($"{page.Name} does not say who may see it: add [ConsolePage(ConsoleRole.Viewer)], or another role.");
        return new ConsoleMenuPage(path, titleKey, access.See);
    }

    /// <summary>Whether an address is this page or belongs to it.</summary>
    public bool Holds(string path) => path.StartsWith(Path, StringComparison.OrdinalIgnoreCase) && (path.Length == Path.Length || path[Path.Length] == '/');
}
