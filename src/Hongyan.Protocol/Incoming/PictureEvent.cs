namespace Hongyan;

/// <summary>Pictures were chosen from the menu. They follow as ordinary picture messages; a reply to the event is not shown.</summary>
public abstract record PictureEvent : IncomingEvent
{
    private protected PictureEvent()
    {
    }

    private protected PictureEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Key = payload.Text("EventKey"u8);
        Count = payload.Children("SendPicsInfo"u8).SmallNumber("Count"u8) ?? 0;
        PictureMd5s = ReadMd5s(payload);
    }

    /// <summary>The key of the menu button (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary>How many pictures will follow.</summary>
    public int Count { get; init; }

    /// <summary>The MD5 of each picture, in hexadecimal.</summary>
    public IReadOnlyList<string> PictureMd5s { get; init; } = [];

    private static List<string> ReadMd5s(in Protocol.PayloadFields payload)
    {
        var sums = new List<string>();
        var info = payload.Children("SendPicsInfo"u8);
        // The documents have one PicList with an item for each picture; real traffic also repeats PicList.
        for (var list = info.IndexOf("PicList"u8); list >= 0; list = info.IndexOf("PicList"u8, list + 1))
        {
            var items = info.ChildrenAt(list);
            for (var item = items.IndexOf("item"u8); item >= 0; item = items.IndexOf("item"u8, item + 1))
                sums.Add(items.ChildrenAt(item).Text("PicMd5Sum"u8));
        }
        return sums;
    }
}
