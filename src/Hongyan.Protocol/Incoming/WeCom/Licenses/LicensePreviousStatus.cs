namespace Hongyan.WeCom;

/// <summary>
/// The state of a member's interface licence before the automatic activation. A number that the platform adds later is kept as it is.
/// </summary>
public enum LicensePreviousStatus
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>未激活许可.</summary>
    NotActivated = 1,

    /// <summary>已激活且未过期: within seven days of its end.</summary>
    Active = 2,

    /// <summary>已激活且已过期.</summary>
    Expired = 3,
}
