using System.Globalization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>The menu below the application's conversation (应用菜单).</summary>
public sealed class WeComMenus
{
    private readonly PlatformCalls _calls;
    private readonly WeComClientOptions _options;

    internal WeComMenus(PlatformCalls calls, WeComClientOptions options)
    {
        _calls = calls;
        _options = options;
    }

    /// <summary>Sets the menu (创建菜单); the one before is gone.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90231. Members see it the next time they open the conversation.</remarks>
    /// <param name="menu">The menu.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">Too many buttons, or a name, key or address that is too long.</exception>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    [Endpoint("POST /cgi-bin/menu/create")]
    public Task SetAsync(Menu menu, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(menu);
        MenuLimits.Check(menu);
        return _calls.ChangeAsync(PathOf("create"), menu, WeComMenusJson.Default.Menu, cancellationToken);
    }

    /// <summary>Gives the menu (获取菜单).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90232</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">46003: there is none.</exception>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    [Endpoint("GET /cgi-bin/menu/get")]
    public Task<Menu> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.ReadAsync(PathOf("get"), WeComMenusJson.Default.Menu, cancellationToken);

    /// <summary>Removes the menu (删除菜单).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90233</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    [Endpoint("GET /cgi-bin/menu/delete")]
    public Task DeleteAsync(CancellationToken cancellationToken = default) =>
        _calls.ChangeAsync(HttpMethod.Get, PathOf("delete"), cancellationToken);

    private string PathOf(string what) => string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/menu/{what}?agentid={_options.RequireAgentId()}");
}
