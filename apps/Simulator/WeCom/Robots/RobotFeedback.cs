namespace Hongyan.Simulator.WeCom;

/// <summary>What a member thinks of a robot's answer (用户反馈).</summary>
public sealed record RobotFeedback
{
    /// <summary>It was right.</summary>
    public const int Accurate = 1;

    /// <summary>It was wrong.</summary>
    public const int Inaccurate = 2;

    /// <summary>What was said before is taken back.</summary>
    public const int Withdrawn = 3;

    /// <summary>The reasons that go with <see cref="Inaccurate"/>: 1 beside the point, 2 incomplete, 3 wrong, 4 data analysed wrongly.</summary>
    public static IReadOnlyList<int> AllReasons { get; } = [1, 2, 3, 4];

    /// <summary>type: 1 accurate, 2 inaccurate, 3 withdrawn.</summary>
    public required int Type { get; init; }

    /// <summary>inaccurate_reason_list, with type 2 only.</summary>
    public IReadOnlyList<int> Reasons { get; init; } = [];

    /// <summary>What the member adds in words.</summary>
    public string? Content { get; init; }
}
