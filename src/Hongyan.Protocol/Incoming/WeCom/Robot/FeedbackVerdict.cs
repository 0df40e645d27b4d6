namespace Hongyan.WeCom;

/// <summary>What somebody thinks of a robot's answer. The platform may add others.</summary>
public enum FeedbackVerdict
{
    /// <summary>The platform did not say.</summary>
    Unknown = 0,

    /// <summary>Accurate (准确).</summary>
    Accurate = 1,

    /// <summary>Inaccurate (不准确).</summary>
    Inaccurate = 2,

    /// <summary>The earlier rating is taken back (取消).</summary>
    Withdrawn = 3,
}
