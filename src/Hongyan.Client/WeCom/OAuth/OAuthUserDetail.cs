using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>What a member agreed to tell. What the member did not agree to is null.</summary>
public sealed record OAuthUserDetail
{
    /// <summary>The member's id (UserID).</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>The gender.</summary>
    [JsonPropertyName("gender")]
    [JsonConverter(typeof(UserGenderConverter))]
    public UserGender Gender { get; init; }

    /// <summary>The picture.</summary>
    [JsonPropertyName("avatar")]
    public string? AvatarUrl { get; init => field = NullIfEmpty(value); }

    /// <summary>The personal QR code (个人二维码).</summary>
    [JsonPropertyName("qr_code")]
    public string? QrCodeUrl { get; init => field = NullIfEmpty(value); }

    /// <summary>The mobile number.</summary>
    [JsonPropertyName("mobile")]
    public string? Mobile { get; init => field = NullIfEmpty(value); }

    /// <summary>The member's own e-mail address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init => field = NullIfEmpty(value); }

    /// <summary>The address at the corp's mail (企业邮箱).</summary>
    [JsonPropertyName("biz_mail")]
    public string? BusinessEmail { get; init => field = NullIfEmpty(value); }

    /// <summary>The postal address.</summary>
    [JsonPropertyName("address")]
    public string? Address { get; init => field = NullIfEmpty(value); }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
