namespace Hongyan.Simulator.Media;

/// <summary>What a media file (素材) is used for: the <c>type</c> of an upload.</summary>
public enum MediaKind
{
    /// <summary>图片.</summary>
    Image,

    /// <summary>语音.</summary>
    Voice,

    /// <summary>视频.</summary>
    Video,

    /// <summary>普通文件.</summary>
    File,
}
