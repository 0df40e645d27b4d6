using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>A member with an app.</summary>
internal sealed class WeComTalk(WeComApp app, Member member, SimulatedWorld world, MemberAction action) : Talk
{
    /// <summary>The app.</summary>
    public WeComApp App => app;

    public override string Account => app.Name;

    public override string AccountName => app.DisplayName;

    public override CallbackSettings Callback => app.Callback;

    public override string Person => member.UserId;

    public override string PersonName => member.Name;

    public override int PersonNumber => world.NumberOf(member);

    public override Member Member => member;

    public override string AccountAddress => $"/wecom/{app.Name}";

    public override string Actions => $"{ControlApi.Prefix}/apps/{app.Name}/members/{member.UserId}";

    public override IReadOnlyList<MessageKind> Messages => WeComMessages.All;

    public override IReadOnlyList<EventKind> Events => WeComEvents.All;

    internal override ApiPlatform Platform => WeComApi.Platform;

    public override Talk? FindOther(string person) => world.FindMember(person) is { } other ? new WeComTalk(app, other, world, action) : null;

    public override string? FindHindrance(Wording wording) => world.IsVisible(app, member) ? null : wording["Problem_NotVisible", member.Name];

    internal override SendResult Send(MemberMessage message) => action.Send(app, member, message);

    internal override SendResult Send(MemberEvent happened) => action.Send(app, member, happened);

    internal override SendResult SendAlone(MemberEvent happened) => action.SendAlone(app, member, happened);
}
