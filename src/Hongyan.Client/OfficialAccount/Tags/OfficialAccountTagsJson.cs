using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the calls about tags are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TagBodyWire))]
[JsonSerializable(typeof(TagAnswerWire))]
[JsonSerializable(typeof(TagListWire))]
[JsonSerializable(typeof(TagMembersQueryWire))]
[JsonSerializable(typeof(TagMarkWire))]
[JsonSerializable(typeof(OpenIdWire))]
[JsonSerializable(typeof(TagIdsWire))]
internal sealed partial class OfficialAccountTagsJson : JsonSerializerContext;

internal sealed record TagBodyWire([property: JsonPropertyName("tag")] TagFieldsWire Tag);

internal sealed record TagFieldsWire(
    [property: JsonPropertyName("id")] int? Id, [property: JsonPropertyName("name")] string? Name);

internal sealed record TagAnswerWire
{
    [JsonPropertyName("tag")]
    public required FollowerTag Tag { get; init; }
}

internal sealed record TagListWire([property: JsonPropertyName("tags")] IReadOnlyList<FollowerTag>? Tags);

internal sealed record TagMembersQueryWire(
    [property: JsonPropertyName("tagid")] int TagId, [property: JsonPropertyName("next_openid")] string After);

internal sealed record TagMarkWire(
    [property: JsonPropertyName("openid_list")] IReadOnlyList<string> OpenIds, [property: JsonPropertyName("tagid")] int TagId);

internal sealed record TagIdsWire([property: JsonPropertyName("tagid_list")] IReadOnlyList<int>? TagIds);
