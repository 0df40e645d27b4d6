namespace Hongyan.Testing;

/// <summary>What a person thinks of a robot's answer (评价).</summary>
public enum RobotRating
{
    /// <summary>It is right (准确).</summary>
    Accurate = 1,

    /// <summary>It is not (不准确).</summary>
    Inaccurate = 2,

    /// <summary>The rating is taken back (取消).</summary>
    Withdrawn = 3,
}
