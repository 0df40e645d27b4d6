namespace Hongyan.Simulator.OfficialAccount;

/// <summary>That a servicer talks with a follower (客服会话).</summary>
/// <param name="OpenId">The follower.</param>
/// <param name="KfAccount">The servicer.</param>
/// <param name="CreatedAt">Since when.</param>
public sealed record KfSession(string OpenId, string KfAccount, DateTimeOffset CreatedAt);
