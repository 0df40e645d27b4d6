using Hongyan.Simulator.Chat;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Control;

/// <summary>A person with a 公众号.</summary>
internal sealed class OfficialAccountTalk(Account account, Follower follower, Followers followers, FollowerAct act) : Talk
{
    /// <summary>The account.</summary>
    public Account OfficialAccount => account;

    /// <summary>The person.</summary>
    public Follower Follower => follower;

    public override string Account => account.Name;

    public override string AccountName => account.DisplayName;

    public override CallbackSettings Callback => account.Callback;

    public override string Person => follower.OpenId;

    public override string PersonName => follower.Name;

    public override int PersonNumber => followers.NumberOf(account, follower);

    public override string AccountAddress => $"/official-account/{account.Name}";

    public override string Actions => $"{ControlApi.Prefix}/official-accounts/{account.Name}/people/{follower.OpenId}";

    public override IReadOnlyList<MessageKind> Messages => OfficialAccountMessages.All;

    public override IReadOnlyList<EventKind> Events => OfficialAccountEvents.All;

    internal override ApiPlatform Platform => OfficialAccountApi.Platform;

    public override Talk? FindOther(string person) => followers.Find(account, person) is { } other ? new OfficialAccountTalk(account, other, followers, act) : null;

    public override string? FindHindrance(Wording wording) => follower.IsFollowing ? null : wording["Problem_NotFollowing", follower.Name];

    public override string? EventOf(string menuType) => AccountMenus.EventOf(menuType);

    /// <summary>Taps an entry of the account's menu by what stands on it.</summary>
    public (SendResult? Sent, ChatMessage? Shown) Tap(string name) => act.Tap(account, follower, name);

    /// <summary>Scans a QR code with a scene.</summary>
    public SendResult Scan(string scene) => act.Scan(account, follower, scene, ticket: null);

    internal override SendResult Send(MemberMessage message) => act.Send(account, follower, message);

    internal override SendResult Send(MemberEvent happened) => act.Send(account, follower, happened);

    internal override SendResult SendAlone(MemberEvent happened) => act.SendAlone(account, follower, happened);
}
