using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A department (部门). The root has id 1 and parent 0.</summary>
public sealed record Department
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required int Id { get; init; }

    /// <summary>The name. Empty for an application that may see ids only.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The English name; null where there is none.</summary>
    [JsonPropertyName("name_en")]
    public string? EnglishName { get; init; }

    /// <summary>The ids of the members who lead it (部门负责人).</summary>
    [JsonPropertyName("department_leader")]
    public IReadOnlyList<string> LeaderIds { get; init => field = value ?? []; } = [];

    /// <summary>The id of the department above it.</summary>
    [JsonPropertyName("parentid")]
    public int ParentId { get; init; }

    /// <summary>Where it stands among its siblings: larger comes first.</summary>
    [JsonPropertyName("order")]
    public long Order { get; init; }
}
