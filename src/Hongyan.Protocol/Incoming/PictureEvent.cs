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
        var pictures = payload.Children("SendPicsInfo"u8);
        Count = pictures.SmallNumber("Count"u8) ?? 0;
        // The documents have one PicList with an item for each picture; real traffic also repeats PicList.
        PictureMd5s = pictures.Items("PicList"u8, static (in item) => item.Text("PicMd5Sum"u8));
    }

    /// <summary>The key of the menu button (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary>How many pictures will follow.</summary>
    public int Count { get; init; }

    /// <summary>The MD5 of each picture, in hexadecimal.</summary>
    public IReadOnlyList<string> PictureMd5s { get; init; } = [];
}
