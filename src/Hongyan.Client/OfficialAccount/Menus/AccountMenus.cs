using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>All menus of the account.</summary>
public sealed record AccountMenus
{
    /// <summary>The menu that everybody sees for whom there is no other.</summary>
    [JsonPropertyName("menu")]
    public required AccountMenu Menu { get; init; }

    /// <summary>The menus for some.</summary>
    [JsonPropertyName("conditionalmenu")]
    public IReadOnlyList<ConditionalMenu> Conditional { get; init => field = value ?? []; } = [];
}
