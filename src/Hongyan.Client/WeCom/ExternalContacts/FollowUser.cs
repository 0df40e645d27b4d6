using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>What one member has noted about one customer (跟进人).</summary>
public sealed record FollowUser
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>What the member calls the customer (备注).</summary>
    [JsonPropertyName("remark")]
    public string Remark { get; init => field = value ?? ""; } = "";

    /// <summary>What the member wrote about the customer (描述).</summary>
    [JsonPropertyName("description")]
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Since when they are in touch.</summary>
    [JsonPropertyName("createtime")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The tags with their names; filled by <see cref="WeComExternalContacts.GetAsync"/>.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<FollowTag> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The ids of the corp's tags; filled by <see cref="WeComExternalContacts.ListByUsersAsync"/>.</summary>
    [JsonPropertyName("tag_id")]
    public IReadOnlyList<string> TagIds { get; init => field = value ?? []; } = [];

    /// <summary>The company that the member noted; only for a WeChat user.</summary>
    [JsonPropertyName("remark_corp_name")]
    public string? RemarkCorpName { get; init; }

    /// <summary>The mobile numbers that the member noted.</summary>
    [JsonPropertyName("remark_mobiles")]
    public IReadOnlyList<string> RemarkMobiles { get; init => field = value ?? []; } = [];

    /// <summary>Who brought them together: the customer's id, the member's, or that of the administrator.</summary>
    [JsonPropertyName("oper_userid")]
    public string? OperatorUserId { get; init; }

    /// <summary>How they met.</summary>
    [JsonPropertyName("add_way")]
    public FollowSource Source { get; init; }

    /// <summary>What the contact way (联系我) carries.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }
}
