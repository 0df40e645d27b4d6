using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A customer of the customer service (微信客户).</summary>
public sealed record ServiceCustomer
{
    /// <summary>The id.</summary>
    [JsonPropertyName("external_userid")]
    public required string ExternalUserId { get; init; }

    /// <summary>The nickname in WeChat.</summary>
    [JsonPropertyName("nickname")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    /// <summary>Where the picture is.</summary>
    [JsonPropertyName("avatar")]
    public string? AvatarUrl { get; init; }

    /// <summary>As WeChat has it.</summary>
    [JsonPropertyName("gender")]
    public UserGender Gender { get; init; }

    /// <summary>The union id; only where the corp is bound to an open platform account (微信开放平台).</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }

    /// <summary>How the customer came in the last time, within 48 hours; null where it was not asked for.</summary>
    [JsonPropertyName("enter_session_context")]
    public EnterSessionContext? EnterSession { get; init; }
}
