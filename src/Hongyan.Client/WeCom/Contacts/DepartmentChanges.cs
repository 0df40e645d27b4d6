using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>What is to change about a department. What is null stays as it is.</summary>
public sealed record DepartmentChanges
{
    /// <summary>Which.</summary>
    [JsonPropertyName("id")]
    public required int Id { get; init; }

    /// <summary>1 to 64 characters, none of <c>\ : * ? " &lt; &gt; |</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The English name: 1 to 64 characters.</summary>
    [JsonPropertyName("name_en")]
    public string? EnglishName { get; init; }

    /// <summary>The id of the department that it moves below.</summary>
    [JsonPropertyName("parentid")]
    public int? ParentId { get; init; }

    /// <summary>Where it stands among its siblings: larger comes first.</summary>
    [JsonPropertyName("order")]
    public uint? Order { get; init; }
}
