namespace Hongyan;

/// <summary>An access token (access_token). Its text never shows the value.</summary>
/// <param name="Value">What goes into the query of each call. A secret.</param>
/// <param name="UsableUntil">From here on a new one is fetched: the platform's expiry less a safety margin.</param>
public sealed record AccessToken(string Value, DateTimeOffset UsableUntil)
{
    /// <summary>
    /// The platform may hand out the same token again with the few seconds that are left of it. Using it for these few seconds at
    /// least keeps a token near its end from being fetched for every call.
    /// </summary>
    private static readonly TimeSpan ShortestUse = TimeSpan.FromSeconds(10);

    /// <summary>Says how long it is usable, and nothing else.</summary>
    public override string ToString() => $"access token, usable until {UsableUntil:u}";

    /// <summary>A token that was issued now. A tenth of its lifetime is the safety margin: 12 minutes of two hours.</summary>
    internal static AccessToken Issued(string value, TimeSpan lifetime, DateTimeOffset now)
    {
        var use = lifetime * 0.9;
        return new AccessToken(value, now + (use > ShortestUse ? use : ShortestUse));
    }
}
