using System.Collections.Concurrent;
using Hongyan.Simulator.Live;

using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Menus;

/// <summary>The menus of the apps as they are now.</summary>
public sealed class AppMenus(LiveFeed feed)
{
    private readonly ConcurrentDictionary<string, AppMenu> _changed = [];

    /// <summary>The app's menu; the sample apps have one from the start.</summary>
    public AppMenu Read(string app) =>
        _changed.GetValueOrDefault(app) ?? (SampleApps.All.Any(sample => sample.Name == app) ? SampleMenu.Menu : AppMenu.None);

    /// <summary>Replaces the app's menu.</summary>
    public void Save(string app, AppMenu menu)
    {
        _changed[app] = menu;
        feed.Publish(new AppMenuChange(app, menu));
    }

    /// <summary>Back to the menus at the start.</summary>
    public void Reset() => _changed.Clear();
}
