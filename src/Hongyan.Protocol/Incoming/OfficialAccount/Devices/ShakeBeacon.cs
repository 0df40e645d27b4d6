namespace Hongyan.OfficialAccount;

/// <summary>A beacon (iBeacon) within reach of a phone.</summary>
public sealed record ShakeBeacon
{
    /// <summary>The UUID.</summary>
    public string Uuid { get; init; } = "";

    /// <summary>The major number.</summary>
    public int Major { get; init; }

    /// <summary>The minor number.</summary>
    public int Minor { get; init; }

    /// <summary>Metres to it.</summary>
    public double Distance { get; init; }

    internal static ShakeBeacon Read(in Protocol.PayloadFields payload) => new()
    {
        Uuid = payload.Text("Uuid"u8),
        Major = payload.SmallNumber("Major"u8) ?? 0,
        Minor = payload.SmallNumber("Minor"u8) ?? 0,
        Distance = payload.Decimal("Distance"u8) ?? 0,
    };
}
