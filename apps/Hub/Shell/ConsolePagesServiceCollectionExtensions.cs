using Hongyan.Hub.Shell;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>How an application brings its pages into the console.</summary>
public static class ConsolePagesServiceCollectionExtensions
{
    /// <summary>Adds a group to the console's menu, and the Razor pages of the assembly that <typeparamref name="TTexts"/> is in to the console.</summary>
    /// <typeparam name="TTexts">The type whose resources hold the titles.</typeparam>
    /// <param name="services">The server's services.</param>
    /// <param name="title">The group's title: a key in these texts.</param>
    /// <param name="menu">Adds the pages that the menu shows.</param>
    public static IServiceCollection AddConsolePages<TTexts>(this IServiceCollection services, string title, Action<ConsoleMenuBuilder> menu)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentNullException.ThrowIfNull(menu);
        var pages = new ConsoleMenuBuilder();
        menu(pages);
        return services.AddSingleton(new ConsoleMenuGroup(typeof(TTexts), title, pages.Pages));
    }
}
