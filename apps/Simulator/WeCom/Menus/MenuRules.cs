using System.Text;

namespace Hongyan.Simulator.WeCom;

/// <summary>What the platform asks of a menu.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90231.</remarks>
internal static class MenuRules
{
    private const int MaxButtons = 3;
    private const int MaxSubButtons = 5;
    private const int MaxNameBytes = 16;
    private const int MaxSubNameBytes = 40;
    private const int MaxKeyBytes = 128;
    private const int MaxUrlBytes = 1024;

    private static readonly string[] KeyTypes =
        ["click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"];

    /// <summary>The first thing that is wrong, or null.</summary>
    public static MenuProblem? FindProblem(AppMenu menu)
    {
        if (menu.Buttons.Count > MaxButtons)
            return new("button", "Count", 40016, MaxButtons);
        return menu.Buttons.Index().Select(button => FindProblem(button.Item, $"button[{button.Index}]")).FirstOrDefault(problem => problem is not null);
    }

    private static MenuProblem? FindProblem(MenuButton? button, string field)
    {
        if (button is null)
            return new(field, "Missing", 40017);
        if (FindNameProblem(button, field, MaxNameBytes, 40018) is { } name)
            return name;
        if (!button.IsParent)
            return FindActionProblem(button, field, isSub: false);
        if (button.SubButtons!.Count > MaxSubButtons)
            return new($"{field}.sub_button", "SubCount", 40023, MaxSubButtons);
        return button.SubButtons.Index().Select(sub => FindSubProblem(sub.Item, $"{field}.sub_button[{sub.Index}]")).FirstOrDefault(problem => problem is not null);
    }

    private static MenuProblem? FindSubProblem(MenuButton? button, string field) =>
        button is null ? new(field, "Missing", 40024)
        : button.IsParent ? new($"{field}.sub_button", "TwoLevels", 40024)
        : FindNameProblem(button, field, MaxSubNameBytes, 40025) ?? FindActionProblem(button, field, isSub: true);

    private static MenuProblem? FindNameProblem(MenuButton button, string field, int maxBytes, int code) =>
        IsWithin(button.Name, maxBytes) ? null : new($"{field}.name", "Length", code, maxBytes);

    private static MenuProblem? FindActionProblem(MenuButton button, string field, bool isSub) => button.Type switch
    {
        { } type when KeyTypes.Contains(type) =>
            IsWithin(button.Key, MaxKeyBytes) ? null : new($"{field}.key", "Length", isSub ? 40026 : 40019, MaxKeyBytes),
        "view" when !IsWithin(button.Url, MaxUrlBytes) => new($"{field}.url", "Length", isSub ? 40027 : 40020, MaxUrlBytes),
        "view" => IsWeb(button.Url!) ? null : new($"{field}.url", "Url", isSub ? 40054 : 40055),
        "view_miniprogram" => IsWithin(button.PagePath, MaxUrlBytes) ? null : new($"{field}.pagepath", "Length", isSub ? 40027 : 40020, MaxUrlBytes),
        _ => new($"{field}.type", "Type", isSub ? 40024 : 40017, string.Join(", ", [.. KeyTypes, "view", "view_miniprogram"])),
    };

    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsWithin(string? text, int maxBytes) => !string.IsNullOrEmpty(text) && Encoding.UTF8.GetByteCount(text) <= maxBytes;
}
