using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How menus are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountMenu))]
[JsonSerializable(typeof(AccountMenus))]
[JsonSerializable(typeof(NewConditionalMenuWire))]
[JsonSerializable(typeof(MenuIdWire))]
[JsonSerializable(typeof(MenuUserWire))]
[JsonSerializable(typeof(CurrentMenuWire))]
internal sealed partial class OfficialAccountMenusJson : JsonSerializerContext;

internal sealed record NewConditionalMenuWire(
    [property: JsonPropertyName("button")] IReadOnlyList<AccountMenuButton> Buttons, [property: JsonPropertyName("matchrule")] MenuRule Rule);

internal sealed record MenuIdWire
{
    [JsonPropertyName("menuid")]
    public required long Id { get; init; }
}

internal sealed record MenuUserWire([property: JsonPropertyName("user_id")] string User);

internal sealed record CurrentMenuWire
{
    [JsonPropertyName("is_menu_open")]
    public int IsOpen { get; init; }

    [JsonPropertyName("selfmenu_info")]
    public CurrentButtonsWire? Menu { get; init; }

    public CurrentMenu Read() => new(IsOpen != 0, [.. (Menu?.Buttons ?? []).Select(button => button.Read())]);
}

internal sealed record CurrentButtonsWire([property: JsonPropertyName("button")] IReadOnlyList<CurrentButtonWire>? Buttons);

internal sealed record CurrentButtonListWire([property: JsonPropertyName("list")] IReadOnlyList<CurrentButtonWire>? Buttons);

internal sealed record CurrentButtonWire
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("key")]
    public string? Key { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("value")]
    public string? Value { get; init; }

    [JsonPropertyName("sub_button")]
    public CurrentButtonListWire? Group { get; init; }

    public CurrentMenuButton Read() => new(Name ?? "", Type, Key, Url, Value, [.. (Group?.Buttons ?? []).Select(button => button.Read())]);
}
