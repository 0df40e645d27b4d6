using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Who has a tag, as far as the application sees them.</summary>
public sealed record TagMembers
{
    /// <summary>The tag's name.</summary>
    [JsonPropertyName("tagname")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The members. Those of the departments below are not among them.</summary>
    [JsonPropertyName("userlist")]
    public IReadOnlyList<TaggedUser> Users { get; init => field = value ?? []; } = [];

    /// <summary>The ids of the departments that have the tag as a whole.</summary>
    [JsonPropertyName("partylist")]
    public IReadOnlyList<int> DepartmentIds { get; init => field = value ?? []; } = [];
}
