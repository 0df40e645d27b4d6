namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a follower's act lets the account send: so many customer messages (客服消息), so long.</summary>
/// <param name="ClosesAt">Until when.</param>
/// <param name="Left">How many more.</param>
public sealed record ReplyWindow(DateTimeOffset ClosesAt, int Left);
