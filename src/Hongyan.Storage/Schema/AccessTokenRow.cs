namespace Hongyan.Storage.Schema;

/// <summary>One access token (access_token).</summary>
public sealed class AccessTokenRow
{
    /// <summary>Whose: <see cref="AccessTokenKey.ToString"/>, which holds no secret.</summary>
    public required string Key { get; set; }

    /// <summary>The token, protected.</summary>
    public required byte[] Token { get; set; }

    /// <summary>From here on a new one is fetched, in Unix milliseconds.</summary>
    public long UsableUntil { get; set; }
}
