using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Checks what a script or the page wants a member to do, and does it. Both follow the same rules.</summary>
internal sealed class MemberAction(SimulatedWorld world, DeliveryEngine engine, MemberMedia media, GivenFields fields, Wording wording)
{
    /// <summary>Sends a message.</summary>
    public SendResult Send(WeComApp app, Member member, MemberMessage given)
    {
        if (!world.IsVisible(app, member))
            return SendResult.Refused("userId", wording["Problem_NotVisible", member.Name]);
        if (WeComMessages.Find(given.Type) is not { } kind)
            return SendResult.Refused("type", wording["Problem_Type", given.Type, Names(WeComMessages.All.Select(each => each.Name))]);

        var message = SampleOverlay.Complete(kind.Sample(), media.Complete(given), out var foreign);
        if (fields.FindWrong(given, foreign, kind.Name) is { } wrong)
            return wrong;
        if (kind.Name == "text" && string.IsNullOrWhiteSpace(message.Content))
            return SendResult.Refused("content", wording["Problem_TextEmpty"]);
        return SendResult.Started(engine.Send(WeComOutgoing.Of(app, member.UserId, message)));
    }

    /// <summary>Sends an event; the pictures or the place that the client sends after it follow as messages.</summary>
    public SendResult Send(WeComApp app, Member member, MemberEvent given) => Send(app, member, given, isAlone: false);

    /// <summary>Sends an event and nothing after it.</summary>
    public SendResult SendAlone(WeComApp app, Member member, MemberEvent given) => Send(app, member, given, isAlone: true);

    private SendResult Send(WeComApp app, Member member, MemberEvent given, bool isAlone)
    {
        // Whoever an app is taken away from is told so by this event.
        if (given.Event != "unsubscribe" && !world.IsVisible(app, member))
            return SendResult.Refused("userId", wording["Problem_NotVisible", member.Name]);
        if (WeComEvents.Find(given.Event) is not { } kind)
            return SendResult.Refused("event", wording["Problem_Event", given.Event, Names(WeComEvents.All.Select(each => each.Name))]);
        if (given.SendsPictures && media.FindNoPicture(given) is { } wrong)
            return SendResult.Refused("mediaIds", wording["Problem_NoPicture", wrong]);

        var sample = kind.MayHaveKey ? kind.Sample() with { EventKey = "" } : kind.Sample();
        var @event = SampleOverlay.Complete(sample, media.Complete(given), out var foreign);
        return fields.FindWrong(given, foreign, kind.Name)
            ?? SendResult.Started(engine.Send(
                WeComOutgoing.Of(app, member.UserId, kind, @event),
                isAlone ? [] : [.. media.FollowUps(@event).Select(next => WeComOutgoing.Of(app, member.UserId, next))]));
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
