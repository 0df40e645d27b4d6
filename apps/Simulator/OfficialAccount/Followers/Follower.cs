namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Somebody who follows a 公众号 (关注), or might.</summary>
public sealed record Follower
{
    /// <summary>OpenID: who it is for this account, 28 characters that begin with o.</summary>
    public required string OpenId { get; init; }

    /// <summary>昵称, which the API no longer tells.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the account is followed now.</summary>
    public bool IsFollowing { get; init; }

    /// <summary>Whether messages of the account are let through (拒收 otherwise).</summary>
    public bool AcceptsMessages { get; init; } = true;

    /// <summary>When it was followed last; null: never.</summary>
    public DateTimeOffset? FollowedAt { get; init; }

    /// <summary>subscribe_scene: how it was found.</summary>
    public string Scene { get; init; } = "ADD_SCENE_SEARCH";

    /// <summary>The scene of the QR code that was scanned to follow; empty where none was.</summary>
    public string QrScene { get; init; } = "";

    /// <summary>备注: the account's own name for them.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The tags (标签) that they have, in the order in which they got them.</summary>
    public IReadOnlyList<int> TagIds { get; init; } = [];

    /// <summary>Whether the account has put them on its blacklist (黑名单).</summary>
    public bool IsBlocked { get; init; }

    /// <summary>What they hold in their hand; a conditional menu can depend on it.</summary>
    public FollowerDevice Device { get; init; } = FollowerDevice.Android;
}
