using System.Collections.Concurrent;
using Hongyan.Simulator.Live;

using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Menus;

/// <summary>The menus of apps and 公众号 as they are now.</summary>
public sealed class AppMenus(LiveFeed feed)
{
    private readonly ConcurrentDictionary<string, AppMenu> _changed = [];

    /// <summary>The account's menu; the sample accounts have one from the start.</summary>
    public AppMenu Read(string app) =>
        _changed.GetValueOrDefault(app) ?? AtStart(app);

    /// <summary>Replaces the account's menu.</summary>
    public void Save(string app, AppMenu menu)
    {
        _changed[app] = menu;
        feed.Publish(new AppMenuChange(app, menu));
    }

    /// <summary>Back to the menus at the start.</summary>
    public void Reset() => _changed.Clear();

    private static AppMenu AtStart(string account) =>
        SampleApps.All.Any(sample => sample.Name == account) ? WeComMenus.Sample
        : SampleAccounts.All.Any(sample => sample.Name == account) ? AccountMenus.Sample
        : AppMenu.None;
}
