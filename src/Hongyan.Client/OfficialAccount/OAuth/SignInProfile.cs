using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>What somebody agreed to tell. Sex and place have been empty since 2021.</summary>
public sealed record SignInProfile
{
    /// <summary>Who it is for this account (OpenID).</summary>
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>The nickname (昵称).</summary>
    [JsonPropertyName("nickname")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    /// <summary>The picture (头像); null where there is none. The address ceases to work when the person takes another.</summary>
    [JsonPropertyName("headimgurl")]
    public string? PictureUrl { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Who it is for all accounts of one open platform account (UnionID); null where there is none.</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init => field = string.IsNullOrEmpty(value) ? null : value; }
}
