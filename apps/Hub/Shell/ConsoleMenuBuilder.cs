using Microsoft.AspNetCore.Components;

namespace Hongyan.Hub.Shell;

/// <summary>The pages of one group of the menu, in their order.</summary>
public sealed class ConsoleMenuBuilder
{
    private readonly List<ConsoleMenuPage> _pages = [];

    internal ConsoleMenuBuilder()
    {
    }

    internal IReadOnlyList<ConsoleMenuPage> Pages => _pages;

    /// <summary>Adds a page; its address and who may see it stand on the page itself.</summary>
    /// <param name="title">Its title: a key in the texts of the group.</param>
    /// <exception cref="InvalidOperationException">The page has no address below <c>/console/</c>, or no <see cref="ConsolePageAttribute"/>.</exception>
    public ConsoleMenuBuilder Add<TPage>(string title)
        where TPage : IComponent
    {
        _pages.Add(ConsoleMenuPage.Of(typeof(TPage), title));
        return this;
    }
}
