using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A department to create.</summary>
public sealed record NewDepartment
{
    /// <summary>1 to 64 characters, none of <c>\ : * ? " &lt; &gt; |</c>; no other with this parent may have it.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The id of the department above it. 1 is the root.</summary>
    [JsonPropertyName("parentid")]
    public required int ParentId { get; init; }

    /// <summary>The English name: 1 to 64 characters.</summary>
    [JsonPropertyName("name_en")]
    public string? EnglishName { get; init; }

    /// <summary>Where it stands among its siblings: larger comes first.</summary>
    [JsonPropertyName("order")]
    public uint? Order { get; init; }

    /// <summary>The id it is to have, more than 1; null lets the platform choose.</summary>
    [JsonPropertyName("id")]
    public int? Id { get; init; }
}
