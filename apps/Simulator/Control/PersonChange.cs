using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>What changes about somebody around a 公众号; what is left out stays.</summary>
/// <param name="Remark">备注, up to 29 characters.</param>
/// <param name="TagIds">All tags that they have from now on.</param>
/// <param name="IsBlocked">Whether they are on the blacklist (黑名单).</param>
/// <param name="Device">What they use WeChat on: a conditional menu can depend on it.</param>
/// <param name="AcceptsMessages">Whether messages of the account are let through; false: mass messages pass them over, template messages are blocked.</param>
public sealed record PersonChange(string? Remark = null, IReadOnlyList<int>? TagIds = null, bool? IsBlocked = null, FollowerDevice? Device = null, bool? AcceptsMessages = null);
