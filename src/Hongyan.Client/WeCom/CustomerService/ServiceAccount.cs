using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A customer service account (客服账号).</summary>
public sealed record ServiceAccount
{
    /// <summary>The id.</summary>
    [JsonPropertyName("open_kfid")]
    public required string OpenKfId { get; init; }

    /// <summary>The name that customers see.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where the picture is.</summary>
    [JsonPropertyName("avatar")]
    public string? AvatarUrl { get; init; }

    /// <summary>Whether this application may manage it.</summary>
    [JsonPropertyName("manage_privilege")]
    public bool IsManageable { get; init; }
}
