namespace Hongyan.WeCom;

/// <summary>Whether a message may be passed on (保密消息).</summary>
public enum Confidentiality
{
    /// <summary>It may be shared.</summary>
    None = 0,

    /// <summary>It cannot be shared, and the reader's name is its watermark. For text, pictures, video, files and mpnews.</summary>
    Confidential = 1,

    /// <summary>It can be shared inside the company only. For mpnews.</summary>
    InsideCompany = 2,
}
