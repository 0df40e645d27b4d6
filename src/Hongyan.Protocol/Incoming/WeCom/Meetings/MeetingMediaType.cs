namespace Hongyan.WeCom;

/// <summary>What the material of a webinar is. A number that the platform adds later is kept as it is.</summary>
public enum MeetingMediaType
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>视频.</summary>
    Video = 1,

    /// <summary>图片.</summary>
    Picture = 2,

    /// <summary>文件.</summary>
    File = 3,
}
