using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A group of customers (客户群).</summary>
public sealed record GroupChat
{
    /// <summary>The id.</summary>
    [JsonPropertyName("chat_id")]
    public required string ChatId { get; init; }

    /// <summary>The name; empty where nobody named it.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The member who owns it.</summary>
    [JsonPropertyName("owner")]
    public string OwnerUserId { get; init => field = value ?? ""; } = "";

    /// <summary>When it was made.</summary>
    [JsonPropertyName("create_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What stands above it (群公告).</summary>
    [JsonPropertyName("notice")]
    public string Notice { get; init => field = value ?? ""; } = "";

    /// <summary>Everybody in it.</summary>
    [JsonPropertyName("member_list")]
    public IReadOnlyList<GroupChatMember> Members { get; init => field = value ?? []; } = [];

    /// <summary>Who manages it beside the owner.</summary>
    [JsonPropertyName("admin_list")]
    public IReadOnlyList<GroupChatAdministrator> Administrators { get; init => field = value ?? []; } = [];

    /// <summary>Changes with every change of the members.</summary>
    [JsonPropertyName("member_version")]
    public string? MemberVersion { get; init; }
}
