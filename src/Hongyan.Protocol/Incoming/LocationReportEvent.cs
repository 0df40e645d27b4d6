namespace Hongyan;

/// <summary>Where a person is, reported without being asked each time (上报地理位置).</summary>
public sealed record LocationReportEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LocationReportEvent()
    {
    }

    internal LocationReportEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Latitude = payload.Decimal("Latitude"u8) ?? 0;
        Longitude = payload.Decimal("Longitude"u8) ?? 0;
        Precision = payload.Decimal("Precision"u8) ?? 0;
        AppType = payload.Text("AppType"u8);
    }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>Metres within which this is right.</summary>
    public double Precision { get; init; }

    /// <summary><c>wxwork</c> when sent from the WeCom client; empty from WeChat.</summary>
    public string AppType { get; init; } = "";
}
