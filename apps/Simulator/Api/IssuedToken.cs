namespace Hongyan.Simulator.Api;

/// <summary>An access token that was issued.</summary>
/// <param name="Token">access_token.</param>
/// <param name="Caller">Name of the app or account, or of 通讯录同步.</param>
/// <param name="Kind">Which of the caller's tokens it is; two kinds know nothing of each other.</param>
/// <param name="ExpiresAt">When it ends, on the simulator's clock.</param>
internal sealed record IssuedToken(string Token, string Caller, string Kind, DateTimeOffset ExpiresAt)
{
    /// <summary>When it ends before its time, because a newer one took its place; null while it does not.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Whether it is good.</summary>
    public bool IsGood(DateTimeOffset now) => now < ExpiresAt && (ReplacedAt is null || now < ReplacedAt);
}
