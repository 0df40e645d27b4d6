using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>A menu for some of the followers (个性化菜单). Where several fit, the last one made counts.</summary>
public sealed record ConditionalMenu
{
    /// <summary>Its id (menuid); events of its buttons bring it.</summary>
    [JsonPropertyName("menuid")]
    public required long Id { get; init; }

    /// <summary>Its buttons.</summary>
    [JsonPropertyName("button")]
    public IReadOnlyList<AccountMenuButton> Buttons { get; init => field = value ?? []; } = [];

    /// <summary>Whom it is for.</summary>
    [JsonPropertyName("matchrule")]
    public MenuRule Rule { get; init => field = value ?? new(); } = new();
}
