using System.Runtime.CompilerServices;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// Reads a decrypted document, XML or JSON, into its record. Never fails: a kind that no table names becomes <see cref="UnknownMessage"/> or
/// <see cref="UnknownEvent"/>, and what is neither XML nor JSON becomes <see cref="UnreadableMessage"/>.
/// </summary>
public sealed class IncomingParser
{
    private readonly KindTable _messages;
    private readonly KindTable _events;
    private readonly KindTable _thirdPartyEvents;

    internal delegate Incoming Read(in PayloadFields payload);

    /// <param name="messages">The kinds by MsgType.</param>
    /// <param name="events">The kinds by Event, where MsgType is <c>event</c>.</param>
    /// <param name="thirdPartyEvents">The kinds by InfoType that are no kinds by Event as well.</param>
    private IncomingParser(Dictionary<string, Read> messages, Dictionary<string, Read> events, Dictionary<string, Read> thirdPartyEvents)
    {
        _messages = new KindTable(messages);
        _events = new KindTable(events);
        _thirdPartyEvents = new KindTable(thirdPartyEvents);
    }

    /// <summary>Reads what WeCom (企业微信) sends to an application, to a suite (第三方应用) and for the corp.</summary>
    public static IncomingParser WeCom { get; } =
        new(SharedMessages, With(SharedEvents, Hongyan.WeCom.WeComEvents.Table), Hongyan.WeCom.SuiteEvents.Table);

    /// <summary>Reads what a WeCom robot (智能机器人) is sent.</summary>
    public static IncomingParser WeComRobot { get; } = ForWeComRobot(Hongyan.WeCom.RobotMention.Unnamed);

    /// <summary>Reads what an Official Account (公众号), a mini program (小程序) and a third-party platform (第三方平台) are sent.</summary>
    public static IncomingParser OfficialAccount { get; } = new(
        With(SharedMessages, Hongyan.OfficialAccount.OfficialAccountEvents.Messages),
        With(SharedEvents, Hongyan.OfficialAccount.OfficialAccountEvents.Table),
        Hongyan.OfficialAccount.OfficialAccountEvents.ThirdPartyTable);

    /// <summary>Reads what a WeCom robot is sent whose name is known, so that it is recognised wherever a group mentions it.</summary>
    /// <param name="name">As the platform shows it, without <c>@</c>. Blanks in it are fine; an empty one is <see cref="WeComRobot"/>.</param>
    public static IncomingParser ForWeComRobot(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.IsNullOrWhiteSpace(name) ? WeComRobot : ForWeComRobot(Hongyan.WeCom.RobotMention.Of(name));
    }

    /// <summary>The names that a table has a row for.</summary>
    internal IEnumerable<string> KnownNames => [.. _messages.Names, .. _events.Names, .. _thirdPartyEvents.Names];

    /// <summary>The message kinds (MsgType) of both platforms.</summary>
    private static Dictionary<string, Read> SharedMessages => new()
    {
        ["text"] = (in payload) => new TextMessage(payload),
        ["image"] = (in payload) => new ImageMessage(payload),
        ["voice"] = (in payload) => new VoiceMessage(payload),
        ["video"] = (in payload) => new VideoMessage(payload),
        ["location"] = (in payload) => new LocationMessage(payload),
        ["link"] = (in payload) => new LinkMessage(payload),
        ["file"] = (in payload) => new FileMessage(payload),
    };

    /// <summary>The event kinds (Event) that both platforms have.</summary>
    private static Dictionary<string, Read> SharedEvents => new()
    {
        ["subscribe"] = (in payload) => new SubscribeEvent(payload),
        ["unsubscribe"] = (in payload) => new UnsubscribeEvent(payload),
        ["LOCATION"] = (in payload) => new LocationReportEvent(payload),
        ["click"] = (in payload) => new MenuClickEvent(payload),
        ["view"] = (in payload) => new MenuViewEvent(payload),
        ["view_miniprogram"] = (in payload) => new MenuMiniProgramEvent(payload),
        ["scancode_push"] = (in payload) => new ScanCodePushEvent(payload),
        ["scancode_waitmsg"] = (in payload) => new ScanCodeWaitEvent(payload),
        ["pic_sysphoto"] = (in payload) => new TakePhotoEvent(payload),
        ["pic_photo_or_album"] = (in payload) => new TakeOrChoosePhotoEvent(payload),
        ["pic_weixin"] = (in payload) => new ChooseAlbumPhotoEvent(payload),
        ["location_select"] = (in payload) => new LocationSelectEvent(payload),
    };

    /// <summary>Reads one document.</summary>
    /// <param name="document">The decrypted message (UTF-8 XML or JSON). It is kept in <see cref="Incoming.Raw"/>, not copied.</param>
    [SkipLocalsInit]
    public Incoming Parse(ReadOnlyMemory<byte> document)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        var fault = PayloadFields.Read(document, ref list, out var payload);
        if (fault != PayloadFault.None)
            return new UnreadableMessage { Reason = fault.Describe(payload.IsJson), Raw = document };

        var incoming = ReadKnown(payload);
        incoming.Raw = document;
        return incoming;
    }

    private Incoming ReadKnown(in PayloadFields payload)
    {
        var typeAt = payload.Find("MsgType"u8);
        var type = NameAt(payload, typeAt);
        if (Ascii.EqualsIgnoreCase(type, "event"u8))
            return _events.Find(EventNameIn(payload)) is { } @event ? @event(payload) : new UnknownEvent(payload);
        if (typeAt >= 0)
            return _messages.Find(type) is { } message ? message(payload) : new UnknownMessage(payload);

        // A program in the data zone and the payments name the event in a third way.
        var namedAt = payload.Find("InfoType"u8) is >= 0 and var infoAt ? infoAt : payload.Find("event_type"u8);
        if (namedAt < 0)
            return new UnknownMessage(payload);
        // A suite is told of an application's events too, by the same names.
        var info = NameAt(payload, namedAt);
        return (_thirdPartyEvents.Find(info) ?? _events.Find(info)) is { } read ? read(payload) : new UnknownEvent(payload);
    }

    private static IncomingParser ForWeComRobot(Hongyan.WeCom.RobotMention mention) =>
        new(Hongyan.WeCom.RobotKinds.Messages(mention), Hongyan.WeCom.RobotKinds.Events, []);

    /// <summary>The name of the event: the text of Event, or with robots that of eventtype in it.</summary>
    private static ReadOnlySpan<byte> EventNameIn(in PayloadFields payload) =>
        payload.Find("Event"u8) is not (>= 0 and var index) ? default
            : NameAt(payload, index) is { IsEmpty: false } name ? name
            : NameAt(payload, payload.FindIn(index, "eventtype"u8));

    /// <summary>A name by which a table is searched; empty where there is none.</summary>
    private static ReadOnlySpan<byte> NameAt(in PayloadFields payload, int index) =>
        index >= 0 && payload.TryGetRunAt(index, out var run) ? PayloadFields.TrimSpace(run) : default;

    private static Dictionary<string, Read> With(Dictionary<string, Read> shared, Dictionary<string, Read> own)
    {
        foreach (var (name, read) in own)
            shared[name] = read;
        return shared;
    }
}
