namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A menu for some of the followers (个性化菜单).</summary>
/// <param name="Id">menuid.</param>
/// <param name="Menu">The entries.</param>
/// <param name="Match">For whom.</param>
public sealed record ConditionalMenu(long Id, AppMenu Menu, MenuMatch Match);
