namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Somebody follows an account now, or no longer.</summary>
public sealed record FollowerChange(string Account, Follower Follower);
