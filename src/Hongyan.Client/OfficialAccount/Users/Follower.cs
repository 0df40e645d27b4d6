using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>What the platform tells of a person. Nickname, picture, sex and place are no longer among it: those a page asks for by <c>OAuth</c>.</summary>
public sealed record Follower
{
    /// <summary>Who it is for this account (OpenID).</summary>
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>Whether they follow the account now; if not, nothing but the ids is told.</summary>
    [JsonIgnore]
    public bool IsFollowing => Subscribed != 0;

    /// <summary>Who it is for all accounts of one open platform account (UnionID); null where there is none.</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init => field = NullIfEmpty(value); }

    /// <summary>When they followed last; null where they do not.</summary>
    [JsonPropertyName("subscribe_time")]
    [JsonConverter(typeof(OptionalUnixTimeConverter))]
    public DateTimeOffset? FollowedAt { get; init; }

    /// <summary>The account's own name for them (备注), from <see cref="OfficialAccountUsers.SetRemarkAsync"/>; empty where there is none.</summary>
    [JsonPropertyName("remark")]
    public string Remark { get; init => field = value ?? ""; } = "";

    /// <summary>The tags that they have.</summary>
    [JsonPropertyName("tagid_list")]
    public IReadOnlyList<int> TagIds { get; init => field = value ?? []; } = [];

    /// <summary>How they found the account, as the platform spells it: <c>ADD_SCENE_SEARCH</c>, <c>ADD_SCENE_QR_CODE</c>, …</summary>
    [JsonPropertyName("subscribe_scene")]
    public string? FollowScene { get; init => field = NullIfEmpty(value); }

    /// <summary>The scene of the QR code that they followed by, where it is a number; 0 otherwise.</summary>
    [JsonPropertyName("qr_scene")]
    public long QrScene { get; init; }

    /// <summary>The scene of the QR code that they followed by, where it is text.</summary>
    [JsonPropertyName("qr_scene_str")]
    public string? QrSceneText { get; init => field = NullIfEmpty(value); }

    [JsonInclude]
    [JsonPropertyName("subscribe")]
    internal int Subscribed { get; init; }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
