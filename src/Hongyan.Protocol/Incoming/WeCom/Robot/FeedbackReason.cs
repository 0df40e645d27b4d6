namespace Hongyan.WeCom;

/// <summary>What is wrong with an inaccurate answer. The platform may add others.</summary>
public enum FeedbackReason
{
    /// <summary>The platform did not say.</summary>
    Unknown = 0,

    /// <summary>It is about something else (与问题无关).</summary>
    OffTopic = 1,

    /// <summary>It is incomplete (内容不完整).</summary>
    Incomplete = 2,

    /// <summary>It is wrong (内容有错误).</summary>
    Wrong = 3,

    /// <summary>The analysis of figures is wrong (数据分析错误).</summary>
    WrongFigures = 4,
}
