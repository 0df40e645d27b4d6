using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>The menu below the account's conversation (自定义菜单).</summary>
public sealed record AccountMenu
{
    /// <summary>No buttons yet.</summary>
    [JsonConstructor]
    public AccountMenu()
    {
    }

    /// <summary>One to three buttons, from left to right.</summary>
    public AccountMenu(params IReadOnlyList<AccountMenuButton> buttons) => Buttons = buttons;

    /// <summary>One to three, from left to right.</summary>
    [JsonPropertyName("button")]
    public IReadOnlyList<AccountMenuButton> Buttons { get; init => field = value ?? []; } = [];
}
