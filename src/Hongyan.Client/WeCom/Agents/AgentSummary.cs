using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>An application in a list.</summary>
public sealed record AgentSummary
{
    /// <summary>The id (AgentId).</summary>
    [JsonPropertyName("agentid")]
    public required int AgentId { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The picture.</summary>
    [JsonPropertyName("square_logo_url")]
    public string? LogoUrl { get; init; }
}
