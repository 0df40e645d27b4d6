namespace Hongyan.WeCom;

/// <summary>What an interface licence allows. A number that the platform adds later is kept as it is.</summary>
public enum LicenseAccountType
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>基础账号.</summary>
    Basic = 1,

    /// <summary>互通账号: also the customers.</summary>
    ExternalContact = 2,
}
