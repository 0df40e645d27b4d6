using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the calls about users are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Follower))]
[JsonSerializable(typeof(FollowerListWire))]
[JsonSerializable(typeof(FollowerQueryWire))]
[JsonSerializable(typeof(OpenIdPageWire))]
[JsonSerializable(typeof(RemarkWire))]
[JsonSerializable(typeof(BlacklistQueryWire))]
[JsonSerializable(typeof(OpenIdListWire))]
internal sealed partial class OfficialAccountUsersJson : JsonSerializerContext;

internal sealed record FollowerListWire([property: JsonPropertyName("user_info_list")] IReadOnlyList<Follower>? Followers);

internal sealed record FollowerQueryWire([property: JsonPropertyName("user_list")] IReadOnlyList<OpenIdWire> Users);

internal sealed record OpenIdWire([property: JsonPropertyName("openid")] string OpenId);

internal sealed record RemarkWire(
    [property: JsonPropertyName("openid")] string OpenId, [property: JsonPropertyName("remark")] string Remark);

internal sealed record BlacklistQueryWire([property: JsonPropertyName("begin_openid")] string After);

internal sealed record OpenIdListWire([property: JsonPropertyName("openid_list")] IReadOnlyList<string> OpenIds);

/// <summary>A page of OpenIDs; without <c>data</c> where it is empty.</summary>
internal sealed record OpenIdPageWire
{
    [JsonPropertyName("data")]
    public OpenIdsWire? Data { get; init; }

    [JsonPropertyName("next_openid")]
    public string? Next { get; init; }
}

internal sealed record OpenIdsWire([property: JsonPropertyName("openid")] IReadOnlyList<string>? OpenIds);
