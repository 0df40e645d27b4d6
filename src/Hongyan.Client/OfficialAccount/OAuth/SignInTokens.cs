using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>Who opened a page, and the tokens by which more can be asked about this one person. They are secrets: keep them on the server.</summary>
public sealed record SignInTokens
{
    /// <summary>Who it is for this account (OpenID), whether they follow it or not.</summary>
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>Who it is for all accounts of one open platform account (UnionID); null where there is none.</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Opens <see cref="OfficialAccountOAuth.GetProfileAsync"/> for two hours. Not the account's own access token.</summary>
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    /// <summary>Renews the other one for 30 days.</summary>
    [JsonPropertyName("refresh_token")]
    public required string RefreshToken { get; init; }

    /// <summary>How many seconds <see cref="AccessToken"/> is good for.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresInSeconds { get; init; }

    /// <summary>What was agreed to, as the platform spells it: <c>snsapi_base</c>, <c>snsapi_userinfo</c>.</summary>
    [JsonPropertyName("scope")]
    public string Scope { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the page is open as a snapshot (快照页), so that the person is made up: they have to open it whole first.</summary>
    [JsonIgnore]
    public bool IsSnapshot => Snapshot != 0;

    [JsonInclude]
    [JsonPropertyName("is_snapshotuser")]
    internal int Snapshot { get; init; }

    /// <summary>Says who it is, without the tokens.</summary>
    public override string ToString() => $"{OpenId} ({Scope})";
}
