using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// The menu below the account's conversation (自定义菜单), and other menus for some followers (个性化菜单). Phones ask for it again when the
/// conversation is opened and five minutes have passed.
/// </summary>
public sealed class OfficialAccountMenus
{
    private const string ConditionalPage = "developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html";

    private readonly PlatformCalls _calls;

    internal OfficialAccountMenus(PlatformCalls calls) => _calls = calls;

    /// <summary>Sets the menu (创建); the one before is gone.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html</remarks>
    /// <param name="menu">The menu.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">Too many buttons, or a name, key or address that is too long.</exception>
    [Endpoint("POST /cgi-bin/menu/create")]
    public Task SetAsync(AccountMenu menu, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(menu);
        AccountMenuLimits.Check(menu);
        return _calls.ChangeAsync("/cgi-bin/menu/create", menu, OfficialAccountMenusJson.Default.AccountMenu, cancellationToken);
    }

    /// <summary>Gives the menu that was set by the API, and the conditional ones (查询).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Querying_Custom_Menus.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">46003: there is none.</exception>
    [Endpoint("GET /cgi-bin/menu/get")]
    public Task<AccountMenus> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.ReadAsync("/cgi-bin/menu/get", OfficialAccountMenusJson.Default.AccountMenus, cancellationToken);

    /// <summary>Gives the menu that is in force, whether the API set it or the console (获取自定义菜单配置).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Getting_Custom_Menu_Configurations.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/get_current_selfmenu_info")]
    public async Task<CurrentMenu> GetCurrentAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync("/cgi-bin/get_current_selfmenu_info", OfficialAccountMenusJson.Default.CurrentMenuWire, cancellationToken)
            .ConfigureAwait(false);
        return answer.Read();
    }

    /// <summary>Removes the menu and all conditional ones (删除).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Deleting_Custom-Defined_Menu.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/menu/delete")]
    public Task DeleteAsync(CancellationToken cancellationToken = default) =>
        _calls.ChangeAsync(HttpMethod.Get, "/cgi-bin/menu/delete", cancellationToken);

    /// <summary>Adds a menu for some followers (创建个性化菜单). Where several fit somebody, the last one made counts.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html</remarks>
    /// <param name="menu">The menu.</param>
    /// <param name="rule">For whom.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="FieldLimitException">The menu is too large, or the rule names nothing.</exception>
    /// <exception cref="PlatformApiException">65303: there is no menu for everybody yet.</exception>
    [Endpoint("POST /cgi-bin/menu/addconditional")]
    public async Task<long> AddConditionalAsync(AccountMenu menu, MenuRule rule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(menu);
        ArgumentNullException.ThrowIfNull(rule);
        AccountMenuLimits.Check(menu);
        new LimitCheck("a conditional menu", ConditionalPage).AnyOf("MenuRule.TagId, MenuRule.Device", rule.TagId is not null || rule.Device is not null);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/menu/addconditional", new NewConditionalMenuWire(menu.Buttons, rule), OfficialAccountMenusJson.Default.NewConditionalMenuWire,
            OfficialAccountMenusJson.Default.MenuIdWire, cancellationToken).ConfigureAwait(false);
        return answer.Id;
    }

    /// <summary>Removes a conditional menu (删除个性化菜单).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html</remarks>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65301: there is none of this id.</exception>
    [Endpoint("POST /cgi-bin/menu/delconditional")]
    public Task DeleteConditionalAsync(long id, CancellationToken cancellationToken = default) => _calls.ChangeAsync(
        "/cgi-bin/menu/delconditional", new MenuIdWire { Id = id }, OfficialAccountMenusJson.Default.MenuIdWire, cancellationToken);

    /// <summary>Gives the menu that a follower sees (测试个性化菜单匹配结果).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html</remarks>
    /// <param name="user">The OpenID, or the WeChat id, of a follower.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65302: there is no such person; 65315: they do not follow the account.</exception>
    [Endpoint("POST /cgi-bin/menu/trymatch")]
    public Task<AccountMenu> MatchAsync(string user, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        return _calls.ReadAsync(
            "/cgi-bin/menu/trymatch", new MenuUserWire(user), OfficialAccountMenusJson.Default.MenuUserWire,
            OfficialAccountMenusJson.Default.AccountMenu, cancellationToken);
    }
}
