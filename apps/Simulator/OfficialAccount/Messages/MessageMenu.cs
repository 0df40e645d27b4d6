namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A menu message (菜单消息): a question with answers to tap.</summary>
/// <param name="Head">What stands above.</param>
/// <param name="Items">The answers.</param>
/// <param name="Tail">What stands below.</param>
public sealed record MessageMenu(string Head, IReadOnlyList<MessageMenuItem> Items, string Tail);
