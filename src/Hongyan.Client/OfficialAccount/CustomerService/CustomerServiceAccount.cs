using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>Somebody who answers for the account (客服账号).</summary>
public sealed record CustomerServiceAccount
{
    /// <summary>The whole name (完整客服账号), such as <c>tutor1@school</c>.</summary>
    [JsonPropertyName("kf_account")]
    public required string Account { get; init; }

    /// <summary>The nickname, as followers see it.</summary>
    [JsonPropertyName("kf_nick")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    /// <summary>The number (kf_id).</summary>
    [JsonPropertyName("kf_id")]
    public int Id { get; init; }

    /// <summary>The picture; null where the platform tells none.</summary>
    [JsonPropertyName("kf_headimgurl")]
    public string? PictureUrl { get; init => field = NullIfEmpty(value); }

    /// <summary>The WeChat that is bound; null: none, and then nobody can be talked to.</summary>
    [JsonPropertyName("kf_wx")]
    public string? WeChat { get; init => field = NullIfEmpty(value); }

    /// <summary>The WeChat that was invited; null: none.</summary>
    [JsonPropertyName("invite_wx")]
    public string? InvitedWeChat { get; init => field = NullIfEmpty(value); }

    /// <summary>When the invitation ends; null: there is none.</summary>
    [JsonPropertyName("invite_expire_time")]
    [JsonConverter(typeof(OptionalUnixTimeConverter))]
    public DateTimeOffset? InvitationEndsAt { get; init; }

    /// <summary>What became of the invitation.</summary>
    [JsonIgnore]
    public InvitationStatus Invitation => InvitationText switch
    {
        "waiting" => InvitationStatus.Waiting,
        "rejected" => InvitationStatus.Rejected,
        "expired" => InvitationStatus.Expired,
        _ => InvitationStatus.None,
    };

    [JsonInclude]
    [JsonPropertyName("invite_status")]
    internal string? InvitationText { get; init; }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
