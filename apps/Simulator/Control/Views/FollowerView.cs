using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>Somebody around a 公众号.</summary>
/// <param name="OpenId">OpenID.</param>
/// <param name="Name">昵称.</param>
/// <param name="IsFollowing">Whether the account is followed.</param>
/// <param name="AcceptsMessages">Whether messages of the account are let through.</param>
/// <param name="FollowedAt">When it was followed last; null: never.</param>
/// <param name="Scene">subscribe_scene.</param>
/// <param name="QrScene">The scene of the QR code that was scanned to follow.</param>
/// <param name="Remark">备注.</param>
/// <param name="TagIds">The tags that they have.</param>
/// <param name="IsBlocked">Whether they are on the blacklist.</param>
/// <param name="Device">What they use WeChat on.</param>
/// <param name="Windows">What customer messages can still be sent, and until when.</param>
public sealed record FollowerView(
    string OpenId, string Name, bool IsFollowing, bool AcceptsMessages, DateTimeOffset? FollowedAt, string Scene, string QrScene, string Remark,
    IReadOnlyList<int> TagIds, bool IsBlocked, FollowerDevice Device, IReadOnlyList<ReplyWindow> Windows)
{
    /// <summary>Shows a person.</summary>
    public static FollowerView Of(Account account, Follower follower, ReplyWindows windows) => new(
        follower.OpenId, follower.Name, follower.IsFollowing, follower.AcceptsMessages, follower.FollowedAt, follower.Scene, follower.QrScene, follower.Remark,
        follower.TagIds, follower.IsBlocked, follower.Device, windows.Of(account, follower));
}
