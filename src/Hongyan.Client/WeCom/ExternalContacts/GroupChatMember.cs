using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>Somebody in a group of customers.</summary>
public sealed record GroupChatMember
{
    /// <summary>The id of a member or of a customer, as the type says.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>Which of the two.</summary>
    [JsonPropertyName("type")]
    public GroupChatMemberType Type { get; init; }

    /// <summary>Since when.</summary>
    [JsonPropertyName("join_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>How.</summary>
    [JsonPropertyName("join_scene")]
    public GroupChatJoinScene JoinScene { get; init; }

    /// <summary>What the code of the group carries.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }

    /// <summary>Who invited them; null where nobody did.</summary>
    [JsonPropertyName("invitor")]
    public GroupChatInvitor? Invitor { get; init; }

    /// <summary>What they are called in the group.</summary>
    [JsonPropertyName("group_nickname")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    /// <summary>Their name, where it was asked for.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The union id of a WeChat user.</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }
}
