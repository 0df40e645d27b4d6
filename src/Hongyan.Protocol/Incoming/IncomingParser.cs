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

    internal delegate Incoming Read(in PayloadFields payload);

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
        ["text"] = (in payload) => new TextMessage(payload),
        ["image"] = (in payload) => new ImageMessage(payload),
        ["voice"] = (in payload) => new VoiceMessage(payload),
        ["video"] = (in payload) => new VideoMessage(payload),
        ["location"] = (in payload) => new LocationMessage(payload),
        ["link"] = (in payload) => new LinkMessage(payload),
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
    /// <param name="document">The decrypted message (UTF-8 XML). It is kept in <see cref="Incoming.Raw"/>, not copied.</param>
    public Incoming Parse(ReadOnlyMemory<byte> document)
    {
        var list = new XmlFieldList(stackalloc XmlField[XmlFieldList.StackSize]);
        var span = XmlText.WithoutByteOrderMark(document.Span);
        var fault = XmlScanner.ScanDocument(span, ref list);
        if (fault != XmlFault.None)
            return new UnreadableMessage { Reason = fault.Describe(), Raw = document };

        var incoming = ReadKnown(new PayloadFields(span, list.Fields));
        incoming.Raw = document;
        return incoming;
    }

    private Incoming ReadKnown(in PayloadFields payload)
    {
        var messageType = payload.Content("MsgType"u8);
        if (!IsNamed(messageType, "event"u8))
            return TryFind(_messages, messageType, out var message) ? message(payload) : new UnknownMessage(payload);
        return TryFind(_events, payload.Content("Event"u8), out var @event) ? @event(payload) : new UnknownEvent(payload);
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
