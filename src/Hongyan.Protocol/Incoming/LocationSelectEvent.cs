namespace Hongyan;

/// <summary>A place was chosen from the menu (弹出地理位置选择器). The location message follows; a reply to the event is not shown.</summary>
public sealed record LocationSelectEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LocationSelectEvent()
    {
    }

    internal LocationSelectEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var place = payload.Children("SendLocationInfo"u8);
        Key = payload.Text("EventKey"u8);
        Latitude = place.Decimal("Location_X"u8) ?? 0;
        Longitude = place.Decimal("Location_Y"u8) ?? 0;
        Scale = place.SmallNumber("Scale"u8) ?? 0;
        Label = place.Text("Label"u8);
        PointOfInterest = place.Text("Poiname"u8);
        AppType = payload.Text("AppType"u8);
    }

    /// <summary>The key of the menu button (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>The zoom of the map.</summary>
    public int Scale { get; init; }

    /// <summary>The address; may be empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>The name of the point of interest; may be empty.</summary>
    public string PointOfInterest { get; init; } = "";

    /// <summary><c>wxwork</c> when sent from the WeCom client; empty from WeChat.</summary>
    public string AppType { get; init; } = "";
}
