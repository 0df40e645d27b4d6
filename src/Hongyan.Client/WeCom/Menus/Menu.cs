using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>The menu below an application's conversation (应用菜单).</summary>
public sealed record Menu
{
    /// <summary>No buttons yet.</summary>
    [JsonConstructor]
    public Menu()
    {
    }

    /// <summary>One to three buttons, from left to right.</summary>
    public Menu(params IReadOnlyList<MenuButton> buttons) => Buttons = buttons;

    /// <summary>One to three, from left to right.</summary>
    [JsonPropertyName("button")]
    public IReadOnlyList<MenuButton> Buttons { get; init => field = value ?? []; } = [];
}
