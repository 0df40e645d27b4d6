namespace Hongyan.WeCom;

/// <summary>What happened to a device.</summary>
public enum DeviceChange
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>A corp added it (add_device).</summary>
    Added = 1,

    /// <summary>The corp removed it (del_device).</summary>
    Removed = 2,

    /// <summary>It has other features (device_feature_change).</summary>
    Features = 3,

    /// <summary>The corp gave it another name (remark_device_name).</summary>
    Renamed = 4,
}
