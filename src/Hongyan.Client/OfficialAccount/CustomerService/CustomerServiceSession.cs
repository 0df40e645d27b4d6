using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>That a servicer talks with a follower (客服会话).</summary>
public sealed record CustomerServiceSession
{
    /// <summary>The follower.</summary>
    [JsonPropertyName("openid")]
    public string OpenId { get; init => field = value ?? ""; } = "";

    /// <summary>The servicer.</summary>
    [JsonPropertyName("kf_account")]
    public string Account { get; init => field = value ?? ""; } = "";

    /// <summary>Since when.</summary>
    [JsonPropertyName("createtime")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset CreatedAt { get; init; }
}
