using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The menus that some followers see instead of the account's own. Where several fit, the last one made counts.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html.</remarks>
public sealed class ConditionalMenus(AppMenus menus, LiveFeed feed)
{
    private const long FirstId = 208_396_938;
    private const int MaxMenus = 2000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<ConditionalMenu>> _menus = [];
    private long _lastId = FirstId;

    /// <summary>menuid of the account's own menu.</summary>
    public static long DefaultId => FirstId;

    /// <summary>The conditional menus, in the order in which they were made.</summary>
    public IReadOnlyList<ConditionalMenu> Of(Account account)
    {
        lock (_lock)
            return [.. _menus.GetValueOrDefault(account.Name, [])];
    }

    /// <summary>The conditional menu that a follower sees; null: the account's own.</summary>
    public ConditionalMenu? FindFor(Account account, Follower follower) => Of(account).LastOrDefault(each => each.Match.Fits(follower));

    /// <summary>The entries that a follower sees.</summary>
    public AppMenu MenuFor(Account account, Follower follower) => FindFor(account, follower)?.Menu ?? menus.Read(account.Name);

    /// <summary>Adds a menu; null where there are as many as there may be.</summary>
    public ConditionalMenu? Add(Account account, AppMenu menu, MenuMatch match)
    {
        ConditionalMenu added;
        lock (_lock)
        {
            if (!_menus.TryGetValue(account.Name, out var all))
                _menus.Add(account.Name, all = []);
            if (all.Count >= MaxMenus)
                return null;
            added = new(++_lastId, menu, match);
            all.Add(added);
        }
        feed.Publish(new AppMenuChange(account.Name, menu));
        return added;
    }

    /// <summary>Takes a menu away; whether there was one.</summary>
    public bool Remove(Account account, long id)
    {
        lock (_lock)
        {
            if (!_menus.TryGetValue(account.Name, out var all) || all.RemoveAll(each => each.Id == id) == 0)
                return false;
        }
        feed.Publish(new AppMenuChange(account.Name, menus.Read(account.Name)));
        return true;
    }

    /// <summary>Takes all menus of an account away.</summary>
    public void RemoveAll(Account account)
    {
        lock (_lock)
            _menus.Remove(account.Name);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _menus.Clear();
    }
}
