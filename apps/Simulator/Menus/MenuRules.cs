using System.Text;

namespace Hongyan.Simulator.Menus;

/// <summary>What a platform asks of a menu.</summary>
/// <param name="MaxSubNameBytes">Bytes of a sub-entry's name.</param>
/// <param name="Types">The types of an entry, each with the fields that it must have.</param>
internal sealed record MenuRules(int MaxSubNameBytes, IReadOnlyDictionary<string, string[]> Types)
{
    private const int MaxButtons = 3;
    private const int MaxSubButtons = 5;
    private const int MaxNameBytes = 16;
    private const int MaxKeyBytes = 128;
    private const int MaxUrlBytes = 1024;

    /// <summary>The first thing that is wrong, or null.</summary>
    public MenuProblem? FindProblem(AppMenu menu)
    {
        if (menu.Buttons.Count > MaxButtons)
            return new("button", "Count", 40016, MaxButtons);
        return menu.Buttons.Index().Select(button => FindProblem(button.Item, $"button[{button.Index}]")).FirstOrDefault(problem => problem is not null);
    }

    private MenuProblem? FindProblem(MenuButton? button, string field)
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

    private MenuProblem? FindSubProblem(MenuButton? button, string field) =>
        button is null ? new(field, "Missing", 40024)
        : button.IsParent ? new($"{field}.sub_button", "TwoLevels", 40024)
        : FindNameProblem(button, field, MaxSubNameBytes, 40025) ?? FindActionProblem(button, field, isSub: true);

    private MenuProblem? FindActionProblem(MenuButton button, string field, bool isSub) =>
        Types.TryGetValue(button.Type ?? "", out var fields)
            ? fields.Select(name => FindFieldProblem(button, name, $"{field}.{name}", isSub)).FirstOrDefault(problem => problem is not null)
            : new($"{field}.type", "Type", isSub ? 40024 : 40017, string.Join(", ", Types.Keys));

    private static MenuProblem? FindNameProblem(MenuButton button, string field, int maxBytes, int code) =>
        IsWithin(button.Name, maxBytes) ? null : new($"{field}.name", "Length", code, maxBytes);

    private static MenuProblem? FindFieldProblem(MenuButton button, string name, string field, bool isSub) => name switch
    {
        "key" => IsWithin(button.Key, MaxKeyBytes) ? null : new(field, "Length", isSub ? 40026 : 40019, MaxKeyBytes),
        "url" when !IsWithin(button.Url, MaxUrlBytes) => new(field, "Length", isSub ? 40027 : 40020, MaxUrlBytes),
        "url" => IsWeb(button.Url!) ? null : new(field, "Url", isSub ? 40054 : 40055),
        "pagepath" => IsWithin(button.PagePath, MaxUrlBytes) ? null : new(field, "Length", isSub ? 40027 : 40020, MaxUrlBytes),
        "appid" => IsWithin(button.AppId, MaxKeyBytes) ? null : new(field, "Length", 40013, MaxKeyBytes),
        "media_id" => IsWithin(button.MediaId, MaxKeyBytes) ? null : new(field, "Length", 40007, MaxKeyBytes),
        _ => IsWithin(button.ArticleId, MaxKeyBytes) ? null : new(field, "Length", 53600, MaxKeyBytes),
    };

    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsWithin(string? text, int maxBytes) => !string.IsNullOrEmpty(text) && Encoding.UTF8.GetByteCount(text) <= maxBytes;
}
