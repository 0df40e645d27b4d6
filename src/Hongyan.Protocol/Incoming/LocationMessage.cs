namespace Hongyan;

/// <summary>A place that a person sent (位置消息).</summary>
public sealed record LocationMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LocationMessage()
    {
    }

    internal LocationMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Latitude = payload.Decimal("Location_X"u8) ?? 0;
        Longitude = payload.Decimal("Location_Y"u8) ?? 0;
        Scale = payload.SmallNumber("Scale"u8) ?? 0;
        Label = payload.Text("Label"u8);
        AppType = payload.Text("AppType"u8);
    }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>The zoom of the map.</summary>
    public int Scale { get; init; }

    /// <summary>The name of the place; may be empty.</summary>
    public string Label { get; init; } = "";

    /// <summary><c>wxwork</c> when sent from the WeCom client; empty from WeChat.</summary>
    public string AppType { get; init; } = "";
}
