namespace Hongyan.Simulator.OfficialAccount;

/// <summary>That a follower waits for a servicer (未接入会话).</summary>
/// <param name="OpenId">The follower.</param>
/// <param name="LatestAt">When they said something last.</param>
public sealed record KfWaiting(string OpenId, DateTimeOffset LatestAt);
