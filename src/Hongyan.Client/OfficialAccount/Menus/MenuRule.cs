using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>Whom a conditional menu is for: all that is named must fit, and something must be named.</summary>
[JsonConverter(typeof(MenuRuleConverter))]
public sealed record MenuRule
{
    /// <summary>Those who have this tag (标签).</summary>
    public int? TagId { get; init; }

    /// <summary>Those who use WeChat on this.</summary>
    public FollowerDevice? Device { get; init; }
}
