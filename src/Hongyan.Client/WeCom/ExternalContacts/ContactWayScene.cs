namespace Hongyan.WeCom;

/// <summary>Where a contact way is used.</summary>
public enum ContactWayScene
{
    /// <summary>In a mini program (小程序).</summary>
    MiniProgram = 1,

    /// <summary>As a QR code (二维码).</summary>
    QrCode = 2,
}
