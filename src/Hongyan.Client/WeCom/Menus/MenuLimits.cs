using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What the platform takes for a menu, checked before the call.</summary>
internal static class MenuLimits
{
    private const int MaxButtons = 3;
    private const int MaxGrouped = 5;
    private const int MaxNameBytes = 16;
    private const int MaxGroupedNameBytes = 40;
    private const int MaxKeyBytes = 128;
    private const int MaxUrlBytes = 1024;

    public static void Check(Menu menu)
    {
        var check = new LimitCheck("an application's menu", "https://developer.work.weixin.qq.com/document/path/90231");
        check.Count("Menu.Buttons", menu.Buttons.Count, 1, MaxButtons);
        foreach (var (index, button) in menu.Buttons.Index())
        {
            var field = $"Menu.Buttons[{index}]";
            check.Required($"{field}.Name", button.Name, MaxNameBytes);
            // The platform gives back an empty list for a button that is no group.
            if (button.Buttons is not { Count: > 0 } grouped)
            {
                CheckAction(check, field, button);
                continue;
            }
            check.Count($"{field}.Buttons", grouped.Count, 1, MaxGrouped);
            foreach (var (position, inner) in grouped.Index())
                CheckGrouped(check, $"{field}.Buttons[{position}]", inner);
        }
    }

    private static void CheckGrouped(LimitCheck check, string field, MenuButton button)
    {
        check.Required($"{field}.Name", button.Name, MaxGroupedNameBytes);
        // A group within a group: there are two levels.
        check.Count($"{field}.Buttons", button.Buttons?.Count ?? 0, 0, 0);
        CheckAction(check, field, button);
    }

    private static void CheckAction(LimitCheck check, string field, MenuButton button)
    {
        check.Required($"{field}.Type", button.Type);
        if (button.Type == "view")
            check.Required($"{field}.Url", button.Url);
        else if (button.Type != "view_miniprogram")
            check.Required($"{field}.Key", button.Key);
        check.Optional($"{field}.Key", button.Key, MaxKeyBytes);
        check.Optional($"{field}.Url", button.Url, MaxUrlBytes);
    }
}
