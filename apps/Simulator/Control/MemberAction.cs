using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Checks what a script or the page wants a member to do, and does it. Both follow the same rules.</summary>
internal sealed class MemberAction(SimulatedWorld world, DeliveryEngine engine, MemberMedia media, Wording wording)
{
    private const int MaxFieldBytes = 2048;
    private const int MaxTexts = 100;

    /// <summary>Sends a message.</summary>
    public SendResult Send(WeComApp app, Member member, MemberMessage given)
    {
        if (!world.IsVisible(app, member))
            return SendResult.Refused("userId", wording["Problem_NotVisible", member.Name]);
        if (WeComMessages.Find(given.Type) is not { } kind)
            return SendResult.Refused("type", wording["Problem_Type", given.Type, Names(WeComMessages.All.Select(each => each.Name))]);

        var message = SampleOverlay.Complete(kind.Sample(), media.Complete(given), out var foreign);
        if (FindWrongField(given, foreign, kind.Name) is { } wrong)
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
        return FindWrongField(given, foreign, kind.Name)
            ?? SendResult.Started(engine.Send(
                WeComOutgoing.Of(app, member.UserId, kind, @event),
                isAlone ? [] : [.. media.FollowUps(@event).Select(next => WeComOutgoing.Of(app, member.UserId, next))]));
    }

    private SendResult? FindWrongField<T>(T given, IReadOnlyList<string> foreign, string kind)
    {
        if (foreign.Count > 0)
            return SendResult.Refused(foreign[0], wording["Problem_ForeignField", kind, foreign[0]]);

        var fields = SampleOverlay.Fields(given);
        if (IsBeyond(fields, "latitude", 90) || IsBeyond(fields, "longitude", 180))
            return SendResult.Refused(IsBeyond(fields, "latitude", 90) ? "latitude" : "longitude", wording["Problem_Degrees"]);

        var count = 0;
        foreach (var (field, text) in SampleOverlay.Texts(given))
        {
            if (text is null)
                return SendResult.Refused(field, wording["Problem_ListHole"]);
            if (++count > MaxTexts)
                return SendResult.Refused(field, wording["Problem_ListLong", MaxTexts]);
            var bytes = Encoding.UTF8.GetByteCount(text);
            if (bytes > MaxFieldBytes)
                return SendResult.Refused(field, wording["Problem_TextLong", bytes, MaxFieldBytes]);
            if (!IsXml(text))
                return SendResult.Refused(field, wording["Problem_TextNotXml"]);
        }
        return null;
    }

    private static bool IsBeyond(JsonObject fields, string name, double degrees) =>
        fields[name] is { } value && Math.Abs(value.GetValue<double>()) > degrees;

    // Control characters have no place in XML; a keyboard cannot make them either.
    private static bool IsXml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 >= text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                return false;
            i++;
        }
        return true;
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
