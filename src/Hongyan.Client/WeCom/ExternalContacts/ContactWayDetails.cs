namespace Hongyan.WeCom;

/// <summary>A contact way as the platform keeps it.</summary>
public sealed record ContactWayDetails
{
    /// <summary>The id.</summary>
    public required string ConfigId { get; init; }

    /// <summary>Where the QR code is; null for a mini program.</summary>
    public string? QrCodeUrl { get; init; }

    /// <summary>What it is.</summary>
    public required ContactWay Way { get; init; }
}
