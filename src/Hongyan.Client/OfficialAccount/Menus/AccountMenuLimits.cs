using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>What the platform takes for a menu, checked before the call.</summary>
internal static class AccountMenuLimits
{
    private const int MaxButtons = 3;
    private const int MaxGrouped = 5;
    private const int MaxNameBytes = 16;
    private const int MaxGroupedNameBytes = 60;
    private const int MaxKeyBytes = 128;
    private const int MaxUrlBytes = 1024;

    public static void Check(AccountMenu menu)
    {
        var check = new LimitCheck("an account's menu", "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html");
        check.Count("AccountMenu.Buttons", menu.Buttons.Count, 1, MaxButtons);
        foreach (var (index, button) in menu.Buttons.Index())
        {
            var field = $"AccountMenu.Buttons[{index}]";
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

    private static void CheckGrouped(LimitCheck check, string field, AccountMenuButton button)
    {
        check.Required($"{field}.Name", button.Name, MaxGroupedNameBytes);
        // A group within a group: there are two levels.
        check.Count($"{field}.Buttons", button.Buttons?.Count ?? 0, 0, 0);
        CheckAction(check, field, button);
    }

    private static void CheckAction(LimitCheck check, string field, AccountMenuButton button)
    {
        check.Required($"{field}.Type", button.Type);
        switch (button.Type)
        {
            case "view":
                check.Required($"{field}.Url", button.Url);
                break;
            case "miniprogram":
                check.Required($"{field}.Url", button.Url);
                check.Required($"{field}.MiniProgramAppId", button.MiniProgramAppId);
                check.Required($"{field}.MiniProgramPage", button.MiniProgramPage);
                break;
            case "media_id" or "view_limited":
                check.Required($"{field}.MediaId", button.MediaId);
                break;
            case "article_id" or "article_view_limited":
                check.Required($"{field}.ArticleId", button.ArticleId);
                break;
            default:
                check.Required($"{field}.Key", button.Key);
                break;
        }
        check.Optional($"{field}.Key", button.Key, MaxKeyBytes);
        check.Optional($"{field}.Url", button.Url, MaxUrlBytes);
    }
}
