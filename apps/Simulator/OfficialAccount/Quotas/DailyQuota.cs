namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How often an account may call something in a day.</summary>
/// <param name="Path">The call, such as <c>/cgi-bin/user/get</c>.</param>
/// <param name="Limit">So often.</param>
/// <param name="Used">So often it did.</param>
public sealed record DailyQuota(string Path, int Limit, int Used);
