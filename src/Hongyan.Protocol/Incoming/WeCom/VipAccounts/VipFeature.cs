namespace Hongyan.WeCom;

/// <summary>A paid feature. A number that the platform adds later is kept as it is.</summary>
public enum VipFeature
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>邮箱.</summary>
    Mail = 1,

    /// <summary>文档.</summary>
    Documents = 2,

    /// <summary>微盘.</summary>
    Drive = 3,

    /// <summary>会议.</summary>
    Meetings = 4,
}
