namespace Hongyan.OfficialAccount;

/// <summary>A person shook the phone near a beacon (摇一摇周边, ShakearoundUserShake).</summary>
public sealed record ShakeEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ShakeEvent()
    {
    }

    internal ShakeEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChosenBeacon = ShakeBeacon.Read(payload.Children("ChosenBeacon"u8));
        AroundBeacons = payload.Items("AroundBeacons"u8, "AroundBeacon"u8, ShakeBeacon.Read);
    }

    /// <summary>The beacon whose page was shown.</summary>
    public ShakeBeacon ChosenBeacon { get; init; } = new();

    /// <summary>The others within reach.</summary>
    public IReadOnlyList<ShakeBeacon> AroundBeacons { get; init; } = [];
}
