using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Finds the conversation that an address names.</summary>
internal sealed class TalkBook(SimulatedWorld world, MemberAction members, Followers followers, FollowerAct act)
{
    /// <summary>A member with an app.</summary>
    public Talk Of(WeComApp app, Member member) => new WeComTalk(app, member, world, members);

    /// <summary>A person with a 公众号.</summary>
    public Talk Of(Account account, Follower follower) => new OfficialAccountTalk(account, follower, followers, act);

    /// <summary>The member of this UserID with the app of this name, or null.</summary>
    public Talk? FindWeCom(string app, string userId) =>
        world.FindApp(app) is { } found && world.FindMember(userId) is { } member ? Of(found, member) : null;

    /// <summary>The person of this OpenID with the 公众号 of this name, or null.</summary>
    public Talk? FindOfficialAccount(string account, string openId) =>
        world.FindAccount(account) is { } found && followers.Find(found, openId) is { } follower ? Of(found, follower) : null;
}
