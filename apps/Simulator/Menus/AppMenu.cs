using System.Text.Json.Serialization;

namespace Hongyan.Simulator.Menus;

/// <summary>The menu of an app (应用菜单) or a 公众号 (自定义菜单), in the platform's own JSON.</summary>
/// <param name="Buttons">One to three entries; none: the app has no menu.</param>
public sealed record AppMenu([property: JsonPropertyName("button")] IReadOnlyList<MenuButton> Buttons)
{
    /// <summary>No menu.</summary>
    public static AppMenu None { get; } = new([]);
}
