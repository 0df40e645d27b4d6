namespace Hongyan.Simulator.WeCom;

/// <summary>A response_url: the way to answer once more after the callback.</summary>
/// <param name="Talk">Where the answer goes.</param>
/// <param name="EntryId">The entry that it answers.</param>
/// <param name="IssuedAt">When it was handed out.</param>
/// <param name="IsUsed">Whether an answer came by it.</param>
internal sealed record ResponseUrl(RobotTalk Talk, long EntryId, DateTimeOffset IssuedAt, bool IsUsed);
