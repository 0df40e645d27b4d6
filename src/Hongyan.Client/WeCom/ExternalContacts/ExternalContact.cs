using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A customer (外部联系人), the same for all members who have this customer.</summary>
public sealed record ExternalContact
{
    /// <summary>The id of the customer in this corp.</summary>
    [JsonPropertyName("external_userid")]
    public required string ExternalUserId { get; init; }

    /// <summary>The nickname in WeChat, or the name in the other corp.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The position in the other corp, where it shows it.</summary>
    [JsonPropertyName("position")]
    public string? Position { get; init; }

    /// <summary>Where the picture is; null where it is not shown to this application.</summary>
    [JsonPropertyName("avatar")]
    public string? AvatarUrl { get; init; }

    /// <summary>The short name of the other corp; null for a WeChat user.</summary>
    [JsonPropertyName("corp_name")]
    public string? CorpName { get; init; }

    /// <summary>The full name of the other corp.</summary>
    [JsonPropertyName("corp_full_name")]
    public string? CorpFullName { get; init; }

    /// <summary>WeChat user or member of another corp.</summary>
    [JsonPropertyName("type")]
    public ExternalContactType Type { get; init; }

    /// <summary>Unknown for many: the platform has it from WeChat.</summary>
    [JsonPropertyName("gender")]
    public UserGender Gender { get; init; }

    /// <summary>The union id; only where the corp is bound to an open platform account (微信开放平台).</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }
}
