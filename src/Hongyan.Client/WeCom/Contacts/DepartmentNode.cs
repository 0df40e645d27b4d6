using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A department's place in the tree, without its name.</summary>
public sealed record DepartmentNode
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required int Id { get; init; }

    /// <summary>The id of the department above it; 0 for the root.</summary>
    [JsonPropertyName("parentid")]
    public int ParentId { get; init; }

    /// <summary>Where it stands among its siblings: larger comes first.</summary>
    [JsonPropertyName("order")]
    public long Order { get; init; }
}
