namespace Hongyan.Simulator.OfficialAccount;

/// <summary>That somebody began or ceased to follow an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="At">When.</param>
/// <param name="HasFollowed">Whether it was followed; otherwise it was left.</param>
/// <param name="Scene">subscribe_scene: how it was found.</param>
public sealed record FollowRecord(string Account, DateTimeOffset At, bool HasFollowed, string Scene);
