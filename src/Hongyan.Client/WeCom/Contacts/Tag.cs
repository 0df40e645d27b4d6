using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A tag of members (标签).</summary>
public sealed record Tag
{
    /// <summary>The id.</summary>
    [JsonPropertyName("tagid")]
    public required int Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("tagname")]
    public string Name { get; init => field = value ?? ""; } = "";
}
