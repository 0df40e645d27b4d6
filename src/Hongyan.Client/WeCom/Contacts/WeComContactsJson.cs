using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the calls about members, departments and tags are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserWire))]
[JsonSerializable(typeof(UserListWire))]
[JsonSerializable(typeof(UserIdsWire))]
[JsonSerializable(typeof(UserPageQuery))]
[JsonSerializable(typeof(UserPageWire))]
[JsonSerializable(typeof(UserLookup))]
[JsonSerializable(typeof(InvitationWire))]
[JsonSerializable(typeof(InvitationAnswer))]
[JsonSerializable(typeof(JoinQrCodeAnswer))]
[JsonSerializable(typeof(NewDepartment))]
[JsonSerializable(typeof(DepartmentChanges))]
[JsonSerializable(typeof(DepartmentListWire))]
[JsonSerializable(typeof(DepartmentNodesWire))]
[JsonSerializable(typeof(DepartmentWire))]
[JsonSerializable(typeof(CreatedDepartment))]
[JsonSerializable(typeof(TagWire))]
[JsonSerializable(typeof(TagListWire))]
[JsonSerializable(typeof(TagMembers))]
[JsonSerializable(typeof(TagChangeWire))]
[JsonSerializable(typeof(TagChangeAnswer))]
internal sealed partial class WeComContactsJson : JsonSerializerContext;

internal sealed record UserListWire([property: JsonPropertyName("userlist")] IReadOnlyList<UserWire>? Users);

internal sealed record UserIdsWire([property: JsonPropertyName("useridlist")] IReadOnlyList<string> UserIds);

internal sealed record UserPageQuery(
    [property: JsonPropertyName("cursor")] string? Cursor, [property: JsonPropertyName("limit")] int Limit);

internal sealed record UserPageWire
{
    [JsonPropertyName("next_cursor")]
    public string? NextCursor { get; init; }

    [JsonPropertyName("dept_user")]
    public IReadOnlyList<UserDepartmentWire>? Users { get; init; }
}

internal sealed record UserDepartmentWire
{
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    [JsonPropertyName("open_userid")]
    public string? OpenUserId { get; init; }

    [JsonPropertyName("department")]
    public int Department { get; init; }
}

/// <summary>What a member is looked up by, and what is found.</summary>
internal sealed record UserLookup
{
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    [JsonPropertyName("openid")]
    public string? OpenId { get; init; }

    [JsonPropertyName("mobile")]
    public string? Mobile { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("email_type")]
    public int? EmailType { get; init; }
}

internal sealed record InvitationWire(
    [property: JsonPropertyName("user")] IReadOnlyList<string> Users,
    [property: JsonPropertyName("party")] IReadOnlyList<int> Departments,
    [property: JsonPropertyName("tag")] IReadOnlyList<int> Tags);

internal sealed record InvitationAnswer
{
    [JsonPropertyName("invaliduser")]
    public IReadOnlyList<string>? Users { get; init; }

    [JsonPropertyName("invalidparty")]
    public IReadOnlyList<int>? Departments { get; init; }

    [JsonPropertyName("invalidtag")]
    public IReadOnlyList<int>? Tags { get; init; }
}

internal sealed record JoinQrCodeAnswer([property: JsonPropertyName("join_qrcode")] string? Url);

internal sealed record DepartmentListWire([property: JsonPropertyName("department")] IReadOnlyList<Department>? Departments);

internal sealed record DepartmentNodesWire([property: JsonPropertyName("department_id")] IReadOnlyList<DepartmentNode>? Departments);

internal sealed record DepartmentWire([property: JsonPropertyName("department")] Department? Department);

internal sealed record CreatedDepartment([property: JsonPropertyName("id")] int Id);

internal sealed record TagWire
{
    [JsonPropertyName("tagid")]
    public int? Id { get; init; }

    [JsonPropertyName("tagname")]
    public string? Name { get; init; }
}

internal sealed record TagListWire([property: JsonPropertyName("taglist")] IReadOnlyList<Tag>? Tags);

internal sealed record TagChangeWire(
    [property: JsonPropertyName("tagid")] int TagId,
    [property: JsonPropertyName("userlist")] IReadOnlyList<string> Users,
    [property: JsonPropertyName("partylist")] IReadOnlyList<int> Departments);

internal sealed record TagChangeAnswer
{
    /// <summary>Ids with <c>|</c> between them.</summary>
    [JsonPropertyName("invalidlist")]
    public string? Users { get; init; }

    [JsonPropertyName("invalidparty")]
    public IReadOnlyList<int>? Departments { get; init; }

    public TagChangeResult ToResult() => new()
    {
        InvalidUserIds = (Users ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        InvalidDepartmentIds = Departments ?? [],
    };
}
