namespace Hongyan.WeCom;

/// <summary>What an uploaded file is to be: it decides how it is shown and how large it may be.</summary>
public enum MediaType
{
    /// <summary>A picture (图片): JPG or PNG, at most 10 MB.</summary>
    Image,

    /// <summary>Voice (语音): AMR, at most 2 MB and 60 seconds.</summary>
    Voice,

    /// <summary>Video (视频): MP4, at most 10 MB.</summary>
    Video,

    /// <summary>Any file (普通文件): at most 20 MB.</summary>
    File,
}
