using System.Collections.Frozen;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// Reads a decrypted document into its record. Never fails: a kind that no table names becomes <see cref="UnknownMessage"/> or
/// <see cref="UnknownEvent"/>, and what is not XML becomes <see cref="UnreadableMessage"/>.
/// </summary>
public sealed class IncomingParser
{
    private const int LongestName = 64;

    private readonly FrozenDictionary<string, Read>.AlternateLookup<ReadOnlySpan<char>> _messages;
    private readonly FrozenDictionary<string, Read>.AlternateLookup<ReadOnlySpan<char>> _events;

    internal delegate Incoming Read(in XmlFields xml);

    private IncomingParser(IEnumerable<KeyValuePair<string, Read>> events)
    {
        _messages = Messages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _events = SharedEvents.Concat(events).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads what WeCom (企业微信) sends.</summary>
    public static IncomingParser WeCom { get; } = new(Hongyan.WeCom.WeComEvents.Table);

    /// <summary>The message kinds (MsgType) of both platforms.</summary>
    private static Dictionary<string, Read> Messages => new()
    {
        ["text"] = (in xml) => new TextMessage(xml),
        ["image"] = (in xml) => new ImageMessage(xml),
        ["voice"] = (in xml) => new VoiceMessage(xml),
        ["video"] = (in xml) => new VideoMessage(xml),
        ["location"] = (in xml) => new LocationMessage(xml),
        ["link"] = (in xml) => new LinkMessage(xml),
    };

    /// <summary>The event kinds (Event) that both platforms have.</summary>
    private static Dictionary<string, Read> SharedEvents => new()
    {
        ["subscribe"] = (in xml) => new SubscribeEvent(xml),
        ["unsubscribe"] = (in xml) => new UnsubscribeEvent(xml),
        ["LOCATION"] = (in xml) => new LocationReportEvent(xml),
        ["click"] = (in xml) => new MenuClickEvent(xml),
        ["view"] = (in xml) => new MenuViewEvent(xml),
        ["view_miniprogram"] = (in xml) => new MenuMiniProgramEvent(xml),
        ["scancode_push"] = (in xml) => new ScanCodePushEvent(xml),
        ["scancode_waitmsg"] = (in xml) => new ScanCodeWaitEvent(xml),
        ["pic_sysphoto"] = (in xml) => new TakePhotoEvent(xml),
        ["pic_photo_or_album"] = (in xml) => new TakeOrChoosePhotoEvent(xml),
        ["pic_weixin"] = (in xml) => new ChooseAlbumPhotoEvent(xml),
        ["location_select"] = (in xml) => new LocationSelectEvent(xml),
    };

    /// <summary>Reads one document.</summary>
    /// <param name="document">The decrypted message (UTF-8 XML). It is kept in <see cref="Incoming.Raw"/>, not copied.</param>
    public Incoming Parse(ReadOnlyMemory<byte> document)
    {
        var list = new XmlFieldList(stackalloc XmlField[XmlFieldList.StackSize]);
        var span = XmlText.WithoutByteOrderMark(document.Span);
        var fault = XmlScanner.ScanDocument(span, ref list);
        if (fault != XmlFault.None)
            return new UnreadableMessage { Reason = fault.Describe(), Raw = document };

        var incoming = ReadKnown(new XmlFields(span, list.Fields));
        incoming.Raw = document;
        return incoming;
    }

    private Incoming ReadKnown(in XmlFields xml)
    {
        var messageType = xml.Content("MsgType"u8);
        if (!IsNamed(messageType, "event"u8))
            return TryFind(_messages, messageType, out var message) ? message(xml) : new UnknownMessage(xml);
        return TryFind(_events, xml.Content("Event"u8), out var @event) ? @event(xml) : new UnknownEvent(xml);
    }

    private static bool IsNamed(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name) =>
        XmlText.TryGetRun(content, out var run) && Ascii.EqualsIgnoreCase(run.Trim(" \t\r\n"u8), name);

    private static bool TryFind(
        FrozenDictionary<string, Read>.AlternateLookup<ReadOnlySpan<char>> table, ReadOnlySpan<byte> content, out Read read)
    {
        Span<char> name = stackalloc char[LongestName];
        read = default!;
        return XmlText.TryGetRun(content, out var run)
            && run.Trim(" \t\r\n"u8) is { Length: > 0 and <= LongestName } trimmed
            && Encoding.UTF8.TryGetChars(trimmed, name, out var length)
            && table.TryGetValue(name[..length], out read!);
    }
}
