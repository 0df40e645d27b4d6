using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A way for customers to reach members (联系我).</summary>
public sealed record ContactWay
{
    /// <summary>One member or several.</summary>
    [JsonPropertyName("type")]
    public required ContactWayType Type { get; init; }

    /// <summary>Mini program or QR code.</summary>
    [JsonPropertyName("scene")]
    public required ContactWayScene Scene { get; init; }

    /// <summary>How the button in a mini program looks, from 1 on.</summary>
    [JsonPropertyName("style")]
    public int? Style { get; init; }

    /// <summary>A note for the corp itself, at most 30 characters.</summary>
    [JsonPropertyName("remark")]
    public string? Remark { get; init; }

    /// <summary>Whether customers are added without being confirmed.</summary>
    /// <value>True.</value>
    [JsonPropertyName("skip_verify")]
    public bool SkipVerification { get; init; } = true;

    /// <summary>Comes back with every customer, at most 30 characters: tells where customers come from.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }

    /// <summary>The members; exactly one where the type is <see cref="ContactWayType.OneMember"/>.</summary>
    [JsonPropertyName("user")]
    public IReadOnlyList<string> UserIds { get; init => field = value ?? []; } = [];

    /// <summary>The departments; only where the type is <see cref="ContactWayType.AnyOfSeveral"/>.</summary>
    [JsonPropertyName("party")]
    public IReadOnlyList<int> DepartmentIds { get; init => field = value ?? []; } = [];

    /// <summary>Whether a customer who has one of the members already gets the same one again.</summary>
    [JsonPropertyName("is_exclusive")]
    public bool IsExclusive { get; init; }
}
