namespace Hongyan.WeCom;

/// <summary>How large the picture of the QR code is, in pixels each way.</summary>
public enum JoinQrCodeSize
{
    /// <summary>171.</summary>
    Small = 1,

    /// <summary>399.</summary>
    Medium = 2,

    /// <summary>741.</summary>
    Large = 3,

    /// <summary>2052.</summary>
    Print = 4,
}
