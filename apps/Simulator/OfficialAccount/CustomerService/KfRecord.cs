namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A line of what servicer and follower said (聊天记录).</summary>
/// <param name="Id">msgid, by which the lines are read in pages.</param>
/// <param name="OpenId">The follower.</param>
/// <param name="KfAccount">The servicer.</param>
/// <param name="IsFromServicer">Who said it.</param>
/// <param name="Text">What.</param>
/// <param name="At">When.</param>
public sealed record KfRecord(long Id, string OpenId, string KfAccount, bool IsFromServicer, string Text, DateTimeOffset At);
