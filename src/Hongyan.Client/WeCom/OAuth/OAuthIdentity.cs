using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Who opened a page: a member, or somebody from outside.</summary>
public sealed record OAuthIdentity
{
    /// <summary>The member's id (UserID), <c>CorpId/UserID</c> for a linked corp's; null for somebody from outside.</summary>
    [JsonPropertyName("userid")]
    public string? UserId { get; init => field = NullIfEmpty(value); }

    /// <summary>
    /// Opens <see cref="WeComOAuth.GetUserDetailAsync"/> for 30 minutes; null unless it was asked for with
    /// <see cref="OAuthScope.PrivateInformation"/> and the member is in the application's scope. A secret.
    /// </summary>
    [JsonPropertyName("user_ticket")]
    public string? UserTicket { get; init => field = NullIfEmpty(value); }

    /// <summary>The id (openid) of somebody from outside, the same for all applications of the corp.</summary>
    [JsonPropertyName("openid")]
    public string? OpenId { get; init => field = NullIfEmpty(value); }

    /// <summary>The customer's id (external_userid), where somebody from outside is a customer of a member in the application's scope.</summary>
    [JsonPropertyName("external_userid")]
    public string? ExternalUserId { get; init => field = NullIfEmpty(value); }

    /// <summary>Whether it is a member.</summary>
    [JsonIgnore]
    public bool IsMember => UserId is not null;

    /// <summary>Says who it is, without the ticket.</summary>
    public override string ToString() =>
        IsMember ? $"member {UserId}" : ExternalUserId is not null ? $"customer {ExternalUserId}" : $"visitor {OpenId}";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
