namespace Hongyan.OfficialAccount;

/// <summary>What an uploaded file (素材) is to be: it decides how it is shown and how large it may be.</summary>
public enum MaterialType
{
    /// <summary>A picture (图片): JPG, PNG or GIF, at most 10 MB.</summary>
    Image,

    /// <summary>Voice (语音): AMR or MP3, at most 2 MB and 60 seconds.</summary>
    Voice,

    /// <summary>Video (视频): MP4, at most 10 MB.</summary>
    Video,

    /// <summary>The small picture of a video or of music (缩略图): JPG, at most 64 KB.</summary>
    Thumb,
}
